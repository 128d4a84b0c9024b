"""What the tags of web pages are by themselves, without any style."""

UNSHOWN_TAGS = frozenset(
    """
    head script style template noscript title desc defs xml iframe noframes object audio video canvas select
    datalist button map area meta link base param
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)
"""What is on a page and no text of it."""
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCK_TAGS = HEADING_TAGS | frozenset(
    """
    html body div p ul ol menu dir li dl dt dd table caption thead tbody tfoot tr td th section article main aside
    nav header footer address blockquote pre form fieldset legend figure figcaption details summary center hr
    hgroup search dialog textarea listing xmp
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)
LIST_TAGS = frozenset({"ul", "ol", "menu", "dir"})
KEEPING_TAGS = frozenset({"pre", "textarea", "listing", "xmp"})
"""Their line ends and spaces stay."""
PICTURE_TAGS = frozenset({"img", "svg", "canvas", "video", "picture", "object"})
