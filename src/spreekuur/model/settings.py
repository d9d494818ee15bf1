"""Who she is and how she works: one row."""

from sqlmodel import Field

from spreekuur.model.row import Row, added_text


class Settings(Row, table=True):
    """Over jou, which appears under feedback and nowhere else; and how the program behaves.

    Minutes of silence after which the screen is shielded and locked, 0 for never. Copies also go to
    the folder `copies_to`, when one is named. What was said is taken over in `official_system`,
    the system of the municipality; empty when there is none. `helping_questions`: whether the
    live spreekuur shows *Vragen die helpen*.
    """

    name: str = ""
    initials: str = ""
    municipality: str = ""
    function: str = ""
    phone: str = ""
    region: str = "onbekend"
    minutes: int = 20
    shield_after: int = 5
    lock_after: int = 15
    theme: str = "licht"
    plain_signs: bool = False
    second_roads: bool = False
    copies_to: str = ""
    official_system: str = added_text("JVS")
    helping_questions: bool = Field(default=True, sa_column_kwargs={"server_default": "1"})
