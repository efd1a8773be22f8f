"""Puts a window in another language in the place of one that is open; nothing of what it shows is lost.

Texts are put into widgets, charts and menus where these are made, so a window is made anew. Run, engine, questions and
their answers, lessons, undo and works belong to the session, which goes on; the arrangement, the options and what is
typed are in the settings; cameras, the preferences and a presentation are carried over here.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app import assemble, translation
from app.collector import Collector
from app.controller import Controller
from app.notice import Notice
from app.preferences.dialog import Preferences
from app.window.window import MainWindow
from viz.in_language import forget_words


def change(controller: Controller) -> MainWindow:
    """Show the controller's session in a window of the language that the settings name; returns that window."""
    old = controller.window
    settings = old.settings
    cameras, presented = old.docks.turned_cameras(), old.presenter.presentation
    since = None if presented is None else presented.panel.clock.began
    preferences = old.findChild(Preferences)
    page = preferences.tabs.currentIndex() if preferences is not None and preferences.isVisible() else None
    old.retire()
    application = QCoreApplication.instance()
    trouble = translation.install(application, settings.language) if application is not None else ""
    forget_words()
    controller.session.change_language()
    new = assemble.make_window(settings, old.views)
    new.docks.begin_from(cameras)
    new.document.go_on(old.document)
    controller.move_to(new)
    new.closing.connect(Collector(new).stop)
    if old.studio.studio is not None and old.studio.studio.spec.panel:
        new.studio.made().put(old.studio.studio.spec)
    new.show()
    old.hide()
    old.deleteLater()
    if since is not None:
        new.presenter.begin()
        _count_from(new, since)
    if page is not None:
        assemble.show_preferences(new, page).appearance.language.setFocus()  # where it was chosen
    if trouble:
        new.show_notice(Notice("warning", trouble, about="settings"))
    return new


def _count_from(window: MainWindow, since: float) -> None:
    """The presentation has lasted since then, not since the window is another."""
    if window.presenter.presentation is not None:
        clock = window.presenter.presentation.panel.clock
        clock.began = since
        clock.show_time()
