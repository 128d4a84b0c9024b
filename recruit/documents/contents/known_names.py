"""Names that people in the shops of this country often have.

They speak for a name where little else does. Nothing speaks against one that is not here: a name at the head of a
resume, beside an e-mail or a telephone number, is read whatever it is. What is also a word of the trade or a town
is told by its neighbours.
"""

GIVEN_NAMES = frozenset(
    """
    aaron abby abdul abel abigail abraham ada adam adele adrian adriana agnes ahmad ahmed aiden aisha al alan
    albert alberto alejandra alejandro alex alexander alexandra alexis alfred alfredo ali alice alicia alisha
    allan allen allison alma alvin amanda amber amelia amir amit amy ana anastasia andre andrea andreas andrei
    andres andrew andy angel angela angelica angie anh anita anjali ann anna anne annette annie anthony antoine
    antonio april ariel arjun arlene armando arnold arthur arturo arun asha ashley audrey august austin ava avery
    barbara barry beatrice beatriz becky belinda ben benjamin benny bernard bernice beth bethany betty beverly
    bill billy blake bob bobby bonnie boris brad bradley brandi brandon brandy brenda brendan brent bret brett
    brian bridget brittany brooke bruce bryan bryce byron caitlin caleb calvin cameron camille candace carl carla
    carlos carmen carol carole caroline carolyn carrie casey cassandra catalina catherine cathy cecilia cedric
    cesar chad charles charlene charlie charlotte chase chelsea cheryl chester chloe chris christian christie
    christina christine christopher christy chuck cindy claire clara clarence claude claudia clayton clifford
    clinton clyde cody colin colleen connie connor conrad constance cora corey cornelius cory courtney craig
    cristian cristina crystal curtis cynthia daisy dale dallas damian damon dan dana daniel daniela danielle danny
    dante daphne darlene darnell darrell darren darryl darius dave david dawn dean deandre deanna debbie deborah
    debra deepak delia della delores demetrius denise dennis derek derrick desmond destiny devin devon diana diane
    diego dimitri dinh dolores dominic dominique don donald donna dora doris dorothy doug douglas drew duane
    dustin dwayne dwight dylan earl earnest ebony ed eddie edgar edith edmund eduardo edward edwin eileen elaine
    eleanor elena eli elias elijah elisa elizabeth ella ellen elmer elsa elsie emeka emil emily emma emmanuel
    enrique eric erica erick erik erika erin ernest ernesto ernie esteban esther ethan eugene eva evan eve evelyn
    ezekiel faith farah fatima faye felicia felipe felix fernando florence floyd frances francesca francis
    francisco frank franklin fred freddie frederick gabriel gabriela gail garrett gary gavin gene geoffrey george
    georgia gerald geraldine gerard gilbert gina giovanni gladys glen glenda glenn gloria gordon grace graham
    grant greg gregory greta guadalupe guillermo gustavo guy hailey hal hannah harley harold harriet harry harvey
    hassan hazel heather hector heidi helen helena henrietta henry herbert herman hilda holly homer hope horace
    howard hubert hugh hugo hung huong ian ibrahim ida ignacio igor imani ines ingrid ira irene iris irina irma
    irving isaac isabel isabella isaiah ismael israel ivan ivy jack jackie jackson jacob jacqueline jacques jade
    jaime jake jamal james jamie jan jana jane janet janice janis jared jasmine jason jasper javier jay jayden
    jean jeanette jeanne jeff jeffery jeffrey jenna jennifer jenny jerald jeremiah jeremy jermaine jerome jerry
    jesse jessica jessie jesus jill jim jimmy jin jo joan joann joanna joanne joaquin jody joe joel joey johanna
    john johnathan johnnie johnny jon jonah jonas jonathan jordan jorge jose josef joseph josephine josh joshua
    josiah joyce juan juana juanita judith judy julia julian juliana julie julio julius jun june justin kaitlyn
    kamal karen karin karina karl karla kate katherine kathleen kathryn kathy katie katrina kayla keisha keith
    kelly kelsey kelvin ken kendra kenneth kenny kent kerry kevin khalid kiara kim kimberly kirk krista kristen
    kristin kristina kristine krystal kumar kurt kwame kyle lakshmi lamar lan lance larry lars latasha latoya
    laura lauren laurence laurie lawrence leah lee leila leo leon leonard leonardo leroy leslie leticia lester
    levi lewis liam lidia lillian lily linda lindsay lindsey linh lionel lisa lloyd logan lois lonnie lora loren
    lorenzo loretta lori lorna lorraine louis louise lucas lucia lucille lucy luis luisa luke luther luz lydia
    lyle lynn mabel mack madeline madison mae maggie malcolm malik mallory mandy manuel marc marcel marcella
    marcia marco marcos marcus margaret margarita margie maria mariah marian mariana marianne marie marilyn mario
    marion marisol marissa marjorie mark marlene marlon marsha marshall martha martin marvin mary mason mateo
    mathew matilda matt matthew maureen maurice mauricio max maxine maya megan mei melanie melinda melissa melody
    melvin mercedes meredith micah michael micheal michele michelle miguel mike mila mildred milton min minh
    miranda miriam misty mitchell moises mohamed mohammad mohammed molly mona monica monique morris moses muhammad
    my myra myron myrtle nadia nadine nancy naomi natalia natalie natasha nate nathan nathaniel neal ned neil
    nelson nestor nicholas nick nicolas nicole nikolai nina noah noel nora norma norman octavia oleg olga oliver
    olivia olu omar opal oscar otis otto owen pablo paige pam pamela pat patricia patrick patsy patti paul paula
    pauline pearl pedro peggy penny percy perry pete peter phil philip phillip phuong phyllis piotr priscilla
    priya quentin quinn rachael rachel rafael raj rajesh ralph ramiro ramon ramona randal randall randy raquel
    rashad rashid raul ravi ray raymond rebecca regina reginald rene renee rex rhonda ricardo richard rick ricky
    riley rita rob robert roberta roberto robin rochelle roderick rodney rodolfo rodrigo roger roland roman ron
    ronald ronnie rosa rosalie rosario rose rosemary ross roxanne roy ruben ruby rudy rufus russell rusty ruth
    ryan sabrina sadie sally salvador sam samantha samir samuel sandra sandy sanjay santiago santos sara sarah
    saul scott sean sebastian sergei sergio seth seung shane shannon sharon shaun shawn shea sheila shelby sheldon
    shelly sherman sherri sherry sheryl shirley sidney sierra silvia simon simone sofia sonia sonya sophia sophie
    spencer stacey stacy stan stanislav stanley stefan stella stephanie stephen sterling steve steven stewart
    stuart sue sunil suresh susan susana susie suzanne svetlana sylvester sylvia tabitha tamara tami tammy tanisha
    tanya tara tasha taylor ted teresa terence teri terrance terrell terri terry thanh thelma theo theodore
    theresa thomas thuy tia tiffany tim timothy tina toby todd tom tomas tommy toni tony tonya tracey traci tracy
    travis trevor trinh trisha tristan troy tuan tyler tyrone tyson ursula valeria valerie van vanessa vera vernon
    veronica vicente vicki vicky victor victoria vijay vince vincent viola violet virgil virginia vivian vladimir
    wade wallace walter wanda warren wayne wendell wendy wesley whitney wilbur wilfred will willard william willie
    wilma winston wyatt xavier yasmin yolanda yuri yusuf yvette yvonne zachary zoe zoltan
    aarav abdi abdullah abebe abena adaeze adebayo adewale adriano agata agnieszka ahmet aisling akash akiko
    alain aleksander aleksandr alessandro alexei alina aliya aliyah amadou amara amina aminata ananya anders
    andrzej aneta anil ankit anton antonia antonina aoife apinya arash armen arnaud artem asif asiya astrid
    ayana ayesha aylin aziz babajide bartosz beata bektas bilal binh birgit bjorn bogdan boubacar bronislaw
    bukola carlo chanel chau chiamaka chidi chinedu chinonso chukwuemeka ciara cuong dagmar damir danilo
    danuta dao darko davide demarcus deshawn devonte dhruv dieter dilip dima diyar dmitri dmitry dragan duc
    duong ekaterina elif elisabeth emre ewa ewelina fadi farid farida fatou fatoumata fedir femi feng
    ferdinand francois franz funmilayo gabor gaurav geetha georgi ghassan giorgi giulia giuseppe goran
    graciela grzegorz guillaume gunther gurpreet gustav habib halima halina hamza hans harjit haruto henrik
    hiroko hiroshi hoang huda hussein iman imran ingvar ioana ivana iwona jadwiga jakub jarek jaroslav javed
    ger tou jelena jens jiho jiri jitendra joao johan jolene jorgen jozef jurgen kamil kaori katarzyna kavita
    kazimierz kemal kenji khadija khanh kiran klaus kofi krzysztof kwabena kwesi lakisha lasse latisha layla
    lena leszek ljubica luca lucjan ludmila lukasz lwazi maciej magda magdalena mahmoud mai mamadou manoj
    marek mariusz marko marta mateusz matteo matthias mehdi mehmet miroslav mladen mohan mostafa mukesh
    murat mustafa naveen ndidi neha nguyet nikola nikos nimisha njeri nkechi nnamdi noor oksana olamide
    oleksandr oleksii olena oluwaseun omari oskar osman ozgur pavel pawel petra pierre pooja pradeep pranav
    preeti przemyslaw quang radek rahul rajiv rakesh ramesh rashida reza rohan rohit roksana rukhsana
    ryszard saad sabina sadia saeed sagar salma sana sandeep sandor santosh sarita satish sebastien selim
    seo sergey serhii shabnam shanice shankar shira siddharth sigrid slawomir soren sota stanislaw stefano
    sunita swati tadeusz takeshi tamar tamika tariq tatiana tenzin thabo thi thierry thulani tiago tomasz
    tomoko toshiro tunde uche ugochukwu ulrich usman valentina vasile venkat viet vikram viktor viktoria
    vinay vivek vlad walt wanjiru wei werner wieslaw wojciech xiao xin yan yasin yetunde yiannis ying yosef
    youssef yuki yulia yuto zahra zainab zbigniew zdenek zeynep zheng zofia zuzana
    """.split()  # noqa: SIM905 - so many words are read as lines, not as rows of quotes
)

FAMILY_NAMES = frozenset(
    """
    abbott acosta adams aguilar ahmed alexander ali allen alvarado alvarez anderson andrews armstrong arnold
    austin ayala bailey baker baldwin ballard banks barber barker barnes barnett barrett bates becker bell beltran
    bennett benson berry bishop black blair blake boone bowen bowman boyd bradley brady brennan brewer briggs
    brooks brown bryant buchanan burgess burke burns burton bush butler byrd cabrera caldwell camacho campbell
    campos cannon cardenas carlson carpenter carr carrillo carroll carter castillo castro cervantes chambers chan
    chandler chang chapman chavez chen cho christensen chung clark clarke cohen cole coleman collins contreras
    cook cooper cortez cox craig crawford cruz cummings cunningham curtis dang dao daniels davidson davis dawson
    day dean delacruz delgado deleon diaz dinh dixon do doan dominguez douglas doyle duncan dunn duong duran
    edwards elliott ellis erickson escobar espinoza estrada evans fernandez ferguson fields figueroa fischer
    fisher fitzgerald fleming fletcher flores ford foster fowler fox francis franklin frazier freeman fuentes
    fuller gallagher gallegos garcia gardner garrett garza george gibson gilbert gomez gonzales gonzalez goodman
    goodwin gordon graham grant graves gray green greene griffin gupta guerrero gutierrez guzman hale hall
    hamilton hammond hansen hanson hardy harmon harper harris harrison hart harvey hawkins hayes henderson henry
    hernandez herrera hicks higgins hill hoang hoffman holland holmes holt hopkins horton houston howard howell
    hubbard hudson huerta hughes hunt hunter huynh hussein ibarra ibrahim jackson jacobs james jenkins jennings
    jensen jimenez johnson johnston jones jordan joseph juarez kaur keller kelley kelly kennedy khan kim king
    klein knight koch kowalski kramer kumar lam lambert lane larson lawrence lawson le lee leon leonard lewis li
    lin lindsey little liu logan long lopez love lowe lucas lucero luna lynch lynn macdonald mack maldonado mann
    marquez marsh marshall martin martinez mason matthews maxwell may mccarthy mccoy mcdaniel mcdonald mcguire
    mckinney medina mejia mendez mendoza meyer miles miller mills mitchell molina montgomery montoya moore mora
    morales moreno morgan morris morrison moss mueller munoz murphy murray myers navarro neal nelson newman newton
    ngo nguyen nichols norris novak nunez obrien ochoa oconnor olson orozco ortega ortiz osborne owens pacheco
    padilla page palmer park parker parks patel patterson payne pearson pena perez perkins perry peters petersen
    peterson pham phan phillips pierce porter potter powell powers price quinn ramirez ramos randall ray reed
    reese reeves reid reyes reynolds rhodes rice richards richardson riley rios rivas rivera robbins roberts
    robertson robinson robles rodgers rodriguez rogers rojas roman romero rosales rose ross rowe ruiz russell ryan
    salas salazar salinas sanchez sanders sandoval santiago santos saunders schmidt schneider schroeder schultz
    schwartz scott serrano sharma sharp shaw shelton silva simmons simon simpson sims singh smith snyder solis
    soto stanley steele stephens stevens stevenson stewart stone strickland suarez sullivan sutton swanson tate
    taylor terry thomas thompson todd torres townsend tran trevino trujillo truong tucker turner valdez valencia
    valenzuela vang vargas vasquez vaughn vazquez vega velasquez velez villa villarreal vo vu wade wagner walker
    wallace walsh walters walton wang ward warner warren washington watkins watson watts weaver webb weber webster
    welch wells west wheeler white williams williamson willis wilson wolf wong wood woods wright wu xiong yang
    yates yoder young zamora zavala zhang zimmerman
    """.split()  # noqa: SIM905 - so many words are read as lines, not as rows of quotes
)

#: Trades that are also family and given names: at the head of a resume they are no sign that it is a title.
NAMES_OF_TRADES = frozenset(
    """baker barber butcher butler carpenter carter chandler clerk cook cooper draper dyer farmer fisher fletcher
    fuller gardener glover hooper hunter joiner lake marshall mason miller page painter parker porter potter
    sawyer shepherd skinner slater smith spicer tanner taylor thatcher tiller turner tyler walker weaver webster
    wheeler wright""".split()  # noqa: SIM905 - so many words are read as lines, not as rows of quotes
)

#: Makers of machines are called after families: such a word in a name is no sign of the trade.
NAMES_OF_MAKERS = frozenset(
    """abbey axelson baird belmont bentley bianco bickford bosch brandt breton carlton caron castle chin
    clarkson cress diehl dietrich dodds donaldson drake eberhardt engel engelhard farr fehlmann finn foley fong
    fosdick gasparini geiss gerber giuliani gleason gould greenlee grieve grove groves han hana harrington hauser
    helm henning hertzler hille hines huck huffman hufford junker kao karstens kearney kern kingsbury kondo
    krauss kunkel kuroda lamb lamson leitz levin lilly lindberg linde lindner linley maggi maier mattison
    merlin mitsui morando muller murata nagel nakamura negri nomura norton philips pierson prince reis
    ritter rothenberger schuster shibaura shimada shipley shipman stahl stark stefani tanaka tong vickers
    vogel warwick weldon wenzel wickman wilcox wysong yamada yamazaki zimmermann""".split()  # noqa: SIM905
)
