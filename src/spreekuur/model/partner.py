"""The sociale kaart: who can help, and for what."""

from spreekuur.model.row import Row


class Partner(Row, table=True):
    """An organisation around school (F4.10); `circle` is one of rules.labels.Circle."""

    name: str
    circle: str = ""
    phone: str = ""
    offers: str = ""
    waiting_time: str = ""
    folded: str = ""
