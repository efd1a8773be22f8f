"""The person's language: texts are English in the source, and `resources/translations/orrery_LANG.ts` replaces them.

For this the collector must find each text where it is looked up: a literal in `self.tr("…")`, in
`translate("Context", "…")`, in `say("…")` for what the engine says, or, where it is data, in
`QT_TRANSLATE_NOOP("Context", "…")`. Helpers that hide the literal or the context hide the text. A test looks for every
text that is shown.

`make texts` brings the files up to date (`app.commands.texts`); a person translates them, by hand or with Qt Linguist.
The file is read as it is: no compiler is needed, and what is written there is what is shown. A language without a file,
or with one that cannot be read, is shown in English.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication

from engine.folders import RESOURCES
from engine.sentences import say
from viz import theme as themes
from viz.lab import QT_TRANSLATE_NOOP

FOLDER = RESOURCES / "translations"
CHINESE = "zh_CN"
LANGUAGES = (("en", "English"), (CHINESE, "简体中文"))  # by what they call themselves, in every language
TITLES = (  # of the themes in `resources/themes`
    QT_TRANSLATE_NOOP("Themes", "Dark"),
    QT_TRANSLATE_NOOP("Themes", "Light"),
    QT_TRANSLATE_NOOP("Themes", "Print"),
)


class Texts(QTranslator):
    """The texts of one `.ts` file, each by its context and English. Of texts that count the form for all numbers is
    taken, which is the only one in the languages there are."""

    def __init__(self, path: Path, parent: QCoreApplication | None = None) -> None:
        """Raises OSError or ET.ParseError where the file cannot be read."""
        super().__init__(parent)
        self._texts = read_texts(path)

    def isEmpty(self) -> bool:
        """Qt's hook."""
        return not self._texts

    def translate(self, context: str, text: str, _comment: str | None = None, _n: int = -1) -> str | None:
        """Qt's hook; None: another translator may have it."""
        return self._texts.get((context, text))


def read_texts(path: Path) -> dict[tuple[str, str], str]:
    """What a `.ts` file has for (context, English), what is unfinished left out."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - of this program's own folder
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            made = message.find("translation")
            if made is not None and made.get("type") is None:
                text = made.findtext("numerusform") if message.get("numerus") else made.text
                if text:
                    found[name, message.findtext("source") or ""] = text
    return found


def locale_of(language: str) -> QLocale:
    """`language` as a locale, "" the system's."""
    return QLocale(language) if language else QLocale.system()


def file_of(locale: QLocale, folder: Path) -> Path | None:
    """The file of a language; Chinese in simplified characters has one, wherever it is written."""
    name = locale.name()
    if locale.language() == QLocale.Language.Chinese and locale.script() == QLocale.Script.SimplifiedHanScript:
        name = CHINESE
    path = folder / f"orrery_{name}.ts"
    return path if path.is_file() else None


def install(app: QCoreApplication, language: str = "", folder: Path = FOLDER) -> str:
    """Translate `app` into `language` ("" = the system's), Qt's own texts included, in place of the one before.

    Returns:
        A sentence where the language was asked for and cannot be had, "" where all is well. Where Orrery has no texts
        Qt's stay English too: a window speaks one language.
    """
    for known in app.findChildren(QTranslator):
        app.removeTranslator(known)
        known.setParent(None)
    locale = locale_of(language)
    if locale.language() == QLocale.Language.English:
        QLocale.setDefault(locale)
        return ""
    path = file_of(locale, folder)
    if path is None:
        QLocale.setDefault(QLocale(QLocale.Language.English))
        if language not in dict(LANGUAGES):
            return ""
        return say(
            "The texts in {language} are missing, so Orrery speaks English. Install Orrery again.",
            language=dict(LANGUAGES)[language],
        )
    return _installed(app, locale, path)


def _installed(app: QCoreApplication, locale: QLocale, path: Path) -> str:
    name = locale.nativeLanguageName()
    try:
        own = Texts(path, app)
    except (OSError, ET.ParseError) as error:
        QLocale.setDefault(QLocale(QLocale.Language.English))
        return say(
            "The file {path} with the texts in {language} is damaged ({why}), so Orrery speaks English. Install Orrery "
            "again.",
            path=path,
            language=name,
            why=error,
        )
    if not can_write(locale):
        QLocale.setDefault(QLocale(QLocale.Language.English))
        return say(
            "No font on this computer has the characters of {language}, so Orrery speaks English. Install one, for "
            "example Noto Sans CJK (on Debian and Ubuntu the package fonts-noto-cjk), and start Orrery again.",
            language=name,
        )
    QLocale.setDefault(locale)
    qt = QTranslator(app)
    if qt.load(f"qtbase_{locale.name()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    app.installTranslator(own)  # of two that know a text the last one is taken
    return ""


def can_write(locale: QLocale) -> bool:
    """Whether a font on this computer has the characters of a language; True where nobody can tell."""
    if locale.language() != QLocale.Language.Chinese or QGuiApplication.instance() is None:
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def spoken() -> str:
    """The language of the window now: "en", or that of a file."""
    locale = QLocale()
    return CHINESE if locale.language() == QLocale.Language.Chinese else "en"


def theme_title(name: str) -> str:
    """A theme's title in the person's language."""
    return QCoreApplication.translate("Themes", themes.theme(name).title)
