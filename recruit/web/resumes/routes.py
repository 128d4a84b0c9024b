"""Images of the pages of a resume, for the person it is from and for the recruiters who may read it."""

from flask import Blueprint, request
from werkzeug.exceptions import NotFound as NoSuchPage
from werkzeug.wrappers import Response

from recruit.services import originals
from recruit.web.context import house
from recruit.web.permissions import only_signed_in, signed_in

#: For a screen of one and of two dots to the point.
WIDTHS_PIXELS = (900, 1800)

blueprint = Blueprint("resumes", __name__, url_prefix="/resumes")
blueprint.before_request(only_signed_in)


@blueprint.get("/<int:resume_id>/pages/<int:number>/<int:width_pixels>")
def page(resume_id: int, number: int, width_pixels: int) -> Response:
    """Send the image of a page; the browser keeps it and asks each time whether it may still show it."""
    if width_pixels not in WIDTHS_PIXELS:
        raise NoSuchPage
    tag = originals.page_tag(house(), signed_in(), resume_id, number, width_pixels=width_pixels)
    if request.if_none_match.contains(tag):
        response = Response(status=304)
    else:
        image = originals.page_image(house(), signed_in(), resume_id, number, width_pixels=width_pixels)
        response = Response(image, mimetype="image/jpeg")
    response.set_etag(tag)
    response.cache_control.private = True
    response.cache_control.no_cache = True
    response.headers["Content-Disposition"] = "inline"
    return response
