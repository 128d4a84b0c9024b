"""Numbers with units: tolerances, finishes, sizes, lots, tonnage, axes, pay, hours, travel and lifting."""

from recruit.matching.quantities.finding import find_quantities

__all__ = ["find_quantities"]
