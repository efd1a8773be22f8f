"""The person's language: texts are English in the source, and `resources/translations/orrery_LANG.qm` replaces them.

`make_template` of the tests shows how a file is made: `pyside6-lupdate` gathers the texts of `app` and `viz`,
`pyside6-lrelease` turns a finished `.ts` into a `.qm`. A language without a file is shown in English.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.folders import RESOURCES

FOLDER = RESOURCES / "translations"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name that lupdate looks for
    """Mark a text of `context` for translation where it is data; it is translated where it is shown."""
    return text


def install(app: QCoreApplication, language: str = "", folder: Path = FOLDER) -> list[QTranslator]:
    """Translate `app` into `language` ("" = the system's), Qt's own texts included; what was found is returned."""
    locale = QLocale(language) if language else QLocale.system()
    places = ((f"qtbase_{locale.name()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),)
    found = []
    for name, place in (*places, (f"orrery_{locale.name()}", str(folder))):
        translator = QTranslator(app)
        if locale.language() != QLocale.Language.English and translator.load(name, place):
            app.installTranslator(translator)
            found.append(translator)
    return found
