"""Schools (vestigingen) and who to reach there."""

from datetime import date

from sqlmodel import Field

from spreekuur.model.row import Row, added_text


class School(Row, table=True):
    """A vestiging; `brin6` is empty for a school that she added herself."""

    brin6: str | None = Field(default=None, unique=True)
    name: str = Field(index=True)
    short_name: str = ""
    sector: str = "overig"
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    municipality: str = ""
    phone: str = ""
    website: str = ""
    rmc_region: str = ""
    holiday_region: str = "onbekend"
    source: str = ""
    folded: str = ""


class SchoolContact(Row, table=True):
    """A contact person of a school and whether feedback goes there (F1.5).

    `classes` are the classes they answer for (`4H1 4H2`, or `4` for a year); empty for all.
    """

    __tablename__ = "school_contact"

    school_id: int = Field(foreign_key="school.id", ondelete="CASCADE", index=True)
    name: str
    role: str = ""
    classes: str = added_text()
    phone: str = ""
    email: str = ""
    receives_feedback: bool = False
    left_on: date | None = None
    folded: str = ""
