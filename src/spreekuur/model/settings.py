"""Who she is and how she works: one row."""

from spreekuur.model.row import Row


class Settings(Row, table=True):
    """Over jou; appears under feedback and nowhere else."""

    name: str = ""
    initials: str = ""
    municipality: str = ""
    function: str = ""
    phone: str = ""
    region: str = "onbekend"
    minutes: int = 20
