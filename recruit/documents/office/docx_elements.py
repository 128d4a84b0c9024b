"""The elements of a Word document by their local names, so that strict and transitional documents read alike."""

from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})


def name_of(element: etree._Element) -> str:
    """Local name; entity references left unexpanded have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name; None of None."""
    return None if element is None else next(element.iterchildren(f"{{*}}{name}"), None)


def attribute(element: etree._Element, name: str) -> str:
    """The attribute of that local name, empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def value_of(parent: etree._Element | None, name: str) -> str:
    """What a setting below ``parent`` is set to, empty where it is not set."""
    setting = child(parent, name)
    return "" if setting is None else attribute(setting, "val")


def is_on(switch: etree._Element | None) -> bool:
    """Whether a setting that has no value or a true one is there."""
    return switch is not None and attribute(switch, "val") not in _OFF


def is_off(value: str) -> bool:
    """Whether a switch is set to no."""
    return value in _OFF
