"""Every command: where it is, and what it does in a line, which is the first sentence of its own help."""

COMMANDS = {
    "read": ("recruit.cli.files:read", "Print the text of documents and how well they could be read."),
    "extract": (
        "recruit.cli.files:extract",
        "Print the skills that a document names; FILE may be - for text on standard input.",
    ),
    "match": ("recruit.cli.files:match", "Rank resumes against a job description."),
    "evaluate": (
        "recruit.cli.measuring:evaluate",
        "Measure ranking, extraction and reading on labelled documents.",
    ),
    "up": (
        "recruit.cli.running:up",
        "Run everything on this machine: tables, demo pool, web and worker.",
    ),
    "serve": (
        "recruit.cli.running:serve",
        "Run the web application alone; what is uploaded waits for a worker.",
    ),
    "worker": ("recruit.cli.running:worker", "Run a worker alone: it reads what was uploaded."),
    "import": (
        "recruit.cli.imports:import_resumes",
        "Bring resumes into an agency's pool, one person for each.",
    ),
    "demo": ("recruit.cli.installation:demo", "Load the demo pool: invented people, companies and jobs."),
}

GROUPS = {
    "benchmark": (
        "Measure how fast things go on this machine.",
        {
            "documents": (
                "recruit.cli.measuring:benchmark_reading",
                "Measure reading: the files of FOLDERS, or the demo's and generated ones.",
            ),
            "extraction": (
                "recruit.cli.measuring:benchmark_skills",
                "Measure extraction on generated resumes, beside plain extractors with the same names.",
            ),
        },
    ),
    "vocabulary": (
        "Look into the words of the trade.",
        {
            "find": (
                "recruit.cli.concepts:find",
                "Find concepts by the beginnings of words of any of their names.",
            ),
            "show": (
                "recruit.cli.vocabulary:show",
                "Show a concept, given by its id or any name, with what is above, below and beside it.",
            ),
            "check": (
                "recruit.cli.concepts:check",
                "Name what has to be mended in the words; the loader has refused contradictions before.",
            ),
            "corrections": (
                "recruit.cli.vocabulary:corrections",
                "Write what people corrected as labelled examples into FILE, without who they are.",
            ),
        },
    ),
    "db": (
        "Look after the database and what is made from it.",
        {
            "upgrade": (
                "recruit.cli.installation:upgrade",
                "Bring the tables up to date; a new database is made.",
            ),
            "rebuild-index": (
                "recruit.cli.installation:rebuild_index",
                "Make the ranking index again from the database.",
            ),
        },
    ),
    "organization": (
        "Look after agencies and employers.",
        {
            "add": (
                "recruit.cli.installation:add_one_organization",
                "Add an agency, or an employer that an agency recruits for.",
            )
        },
    ),
    "user": (
        "Look after logins.",
        {
            "add": (
                "recruit.cli.installation:add_one_user",
                "Add a login; the password is asked for, or read from the first line of standard input.",
            )
        },
    ),
}
