"""The vocabulary as pages: every concept with what stands around it and who uses it."""

from flask import Blueprint, render_template, request

from recruit.services import concepts as concept_services
from recruit.services import vocabulary as vocabulary_services
from recruit.web.context import actor, house, wants_part

#: More is a list that nobody reads to its end; one click shows the rest.
SHOWN_FIRST = 50

blueprint = Blueprint("vocabulary", __name__, template_folder="templates", url_prefix="/skills")


@blueprint.get("")
def index() -> str:
    """List the categories, or what a search finds; htmx asks for the list alone while words are typed."""
    query = request.args.get("q", "").strip()
    found = concept_services.find_concepts(query, most=None)
    shown = found if "all" in request.args else found[:SHOWN_FIRST]
    template = "public/_skill_list.html" if wants_part() else "public/skills.html"
    return render_template(
        template, query=query, found=shown, total=len(found), categories=vocabulary_services.categories()
    )


@blueprint.get("/<concept_id>")
def concept(concept_id: str) -> str:
    """Show one concept."""
    view = vocabulary_services.concept_view(concept_id)
    use = vocabulary_services.concept_use(house(), actor(), concept_id)
    return render_template("public/skill.html", concept=view, use=use)
