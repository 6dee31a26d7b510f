"""Who there is to turn to, and what there is to read and to fill in."""

from enum import StrEnum

from generator.model.entry import Applies, Dated, Entry, SourceRef, Verified
from generator.model.fact import Asks
from generator.model.scalars import Address, Date, Email, Ids, Text, Texts
from generator.model.scalars import Id as IdOf


class Source(Entry):
    title: Text
    """Källans titel."""
    publisher: Text
    """Vem som har gett ut den."""
    address: Text | None = None
    """Adressen där den lästes, även om den inte längre svarar."""
    as_of: Text | None = None
    """När uppgifterna gällde, så noga det är känt."""
    read: Date | None = None
    """Dagen då källan lästes."""
    note: Text | None = None
    """Vad en läsare bör veta om källan."""


class Organisation(Entry):
    name: Text
    """Namn."""
    former_names: Texts = ()
    """Tidigare namn, som läsare kan känna igen."""
    note: Text | None = None
    """Vad organisationen gör för enheten."""
    source: SourceRef | None = None
    """Var det står."""


class Contact(Dated, Entry):
    role: Text
    """Vad man vänder sig dit med."""
    organisation: IdOf
    """Organisationens id."""
    person: Text | None = None
    """Namngiven person, när källan själv namnger den."""
    email: Email | None = None
    """Funktionsbrevlåda eller den adress som källan anger."""
    phone: Text | None = None
    """Telefonnummer."""
    postal_address: Texts = ()
    """Postadress, en rad per post."""
    note: Text | None = None
    """Vad läsaren bör veta."""
    source: SourceRef
    """Var det står."""
    verified: Verified | None = None
    """Kontroll av uppgiften."""


class Way(StrEnum):
    """How a form is handed in."""

    EMAIL = "email"
    POST = "post"
    WEB = "web"


class Form(Applies, Entry):
    title: Text
    """Blankettens titel."""
    title_in_source: Text | None = None
    """Titeln så som källan skriver den, när den är rättad här."""
    explanation: Text
    """Vad blanketten är till för."""
    address: Address | None = None
    """Adress till blanketten. Utelämnat: ingen källa ger någon."""
    recipients: Ids = ()
    """Id på kontakter som tar emot den. Utelämnat: ingen källa säger vart den skickas."""
    ways: tuple[Way, ...] = ()
    """Hur den lämnas: `email`, `post`, `web`."""
    signer: Text | None = None
    """Vem som skriver under, om en källa säger det."""
    asks_for: Asks = ()
    """Uppgifter som blanketten frågar efter. Utelämnat: ingen källa säger det."""
    open_questions: Texts = ()
    """Frågor som källan lämnar öppna."""
    source: SourceRef
    """Var det står."""
    verified: Verified | None = None
    """Kontroll av uppgiften."""


class LinkKind(StrEnum):
    PAGE = "page"
    GUIDE = "guide"
    SPECIFICATION = "specification"
    TOOL = "tool"
    COURSE = "course"


class Link(Applies, Entry):
    title: Text
    """Vad man kommer till, begripligt utan sitt sammanhang."""
    title_in_source: Text | None = None
    """Länkens text i källan, när den är en annan."""
    kind: LinkKind = LinkKind.PAGE
    """`page`, `guide` (lathund), `specification`, `tool` eller `course`."""
    address: Address | None = None
    """Adress. Utelämnat: ingen källa ger någon."""
    note: Text | None = None
    """Vad läsaren bör veta."""
    source: SourceRef
    """Var det står."""
    verified: Verified | None = None
    """Kontroll av uppgiften."""


class Term(Entry):
    word: Text
    """Uppslagsordet."""
    explanation: Text
    """Förklaring i Markdown."""
    also_called: Texts = ()
    """Andra ord för samma sak."""
    services: Ids = ()
    """Id på tjänster som ordet hör till."""
    source: SourceRef | None = None
    """Var det står."""
