"""The person's language: texts are English in the source, and `resources/translations/orrery_LANG.qm` replaces them.

For this the collector must find each text where it is looked up: a literal in `self.tr("…")`, in
`translate("Context", "…")`, or, where it is data, in `QT_TRANSLATE_NOOP("Context", "…")`. Helpers that hide the literal
or the context hide the text. A test looks for every text that is shown.

How such a file is made: `pyside6-lupdate` gathers the texts of `app` and `viz` into a `.ts` file (`orrery.ts` is one
without translations), a person translates it, and `pyside6-lrelease` turns it into the `.qm` that is read here.
A language without a file is shown in English.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.folders import RESOURCES
from viz import theme as themes
from viz.lab import QT_TRANSLATE_NOOP

FOLDER = RESOURCES / "translations"
TITLES = (  # of the themes in `resources/themes`
    QT_TRANSLATE_NOOP("Themes", "Dark"),
    QT_TRANSLATE_NOOP("Themes", "Light"),
    QT_TRANSLATE_NOOP("Themes", "Print"),
)


def install(app: QCoreApplication, language: str = "", folder: Path = FOLDER) -> list[QTranslator]:
    """Translate `app` into `language` ("" = the system's), Qt's own texts included; what was found is returned.

    Where Orrery has none Qt's texts stay English too: a window speaks one language.
    """
    locale = QLocale(language) if language else QLocale.system()
    own = QTranslator(app)
    if locale.language() == QLocale.Language.English or not own.load(f"orrery_{locale.name()}", str(folder)):
        return []
    qt = QTranslator(app)
    found = [own]
    if qt.load(f"qtbase_{locale.name()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        found.insert(0, qt)
    for translator in found:  # of two that know a text the last one is taken
        app.installTranslator(translator)
    return found


def theme_title(name: str) -> str:
    """A theme's title in the person's language."""
    return QCoreApplication.translate("Themes", themes.theme(name).title)
