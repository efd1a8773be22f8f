"""The style sheet's text; "@name" stands for a colour or a size that `app.look.style` fills in."""

TEMPLATE = """
* { outline: 0; }
QMainWindow, QDialog { background: @chrome; }
QMainWindow::separator { background: @chrome; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @accent; }
QWidget#panel, QWidget#viewBody, QScrollArea#controls, QWidget#controlsBody,
QScrollArea#optionArea, QWidget#optionRows { background: @surface; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; border-radius: 4px; padding: 4px 6px; }
QLabel { background: transparent; color: @text; }
QLabel#muted { color: @muted; }
QLabel#heading { color: @muted; font-size: @px11; font-weight: 600; letter-spacing: 1px; }
QLabel#dockTitle { font-weight: 600; font-size: @px13; }
QFrame#welcome { background: @surface; border: 0; border-bottom: 1px solid @border; }
QFrame#term { border: 1px solid transparent; border-radius: 6px; }
QFrame#term[found="true"] { background: @tint; border-color: @accent; }
QFrame#lessonCard { background: @raised; border: 1px solid @soft; border-left: 4px solid @border; border-radius: 8px; }
QFrame#lessonCard[kind="do"] { border-left-color: @accent; }
QFrame#lessonCard[kind="question"], QFrame#lessonCard[kind="answer"] { border-left-color: @path; }
QPushButton#lesson { background: transparent; border: 1px solid transparent; text-align: left; padding: 4px 6px; }
QPushButton#lesson:hover { background: @raised; }
QPushButton#lesson:checked { background: @tint; border-color: @accent; }
QPushButton#lesson:focus { border-color: @accent; }
QLabel#big { font-size: @px18; font-weight: 600; }

QWidget#header { background: @chrome; }
QMenuBar { background: transparent; color: @muted; }
QMenuBar::item { padding: 6px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @raised; color: @text; }
QMenu { background: @surface; color: @text; border: 1px solid @border; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: @raised; }
QMenu::item:disabled { color: @faded; }
QMenu::separator { height: 1px; background: @soft; margin: 6px 8px; }

QPushButton, QToolButton { background: @raised; color: @text; border: 1px solid @border; border-radius: 6px;
  padding: 3px 10px; min-height: @hit; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faded; background: @surface; border-color: @soft; }
QPushButton:checked, QToolButton:checked { background: @tint; border-color: @accent; color: @text; }
QPushButton#primary, QToolButton#primary { background: @accent; color: @onaccent; border: 1px solid @accent;
  font-weight: 600; }
QPushButton#primary:hover, QToolButton#primary:hover { background: @warm; }
QPushButton#primary:focus, QToolButton#primary:focus { border: 2px solid @text; }
QPushButton#primary:disabled, QToolButton#primary:disabled { background: @raised; color: @faded; border-color: @soft; }
QToolButton#transport { border-radius: 8px; min-height: @bighit; padding: 3px 6px; }
QToolButton#flat, QPushButton#flat { background: transparent; border: 1px solid transparent; padding: 3px; }
QToolButton#flat:hover, QPushButton#flat:hover { background: @hover; }
QToolButton#flat:focus, QPushButton#flat:focus { border: 1px solid @accent; }
QToolButton#flat:checked { background: @tint; border-color: @accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton#link { background: transparent; border: 1px solid transparent; color: @muted; padding: 1px 5px;
  min-height: 18px; }
QPushButton#link:hover { color: @text; background: @hover; }
QPushButton#link:focus { border-color: @accent; }
QPushButton#workspace { background: transparent; border: 1px solid transparent; color: @muted; padding: 3px 11px;
  border-radius: 6px; }
QPushButton#workspace:hover { color: @text; background: @raised; }
QPushButton#workspace:checked { color: @text; background: @raised; border-color: @border; }
QPushButton#workspace:focus { border-color: @accent; }
QPushButton#search { color: @muted; text-align: left; background: @field; border-color: @soft; padding: 3px 10px; }
QPushButton#search:hover { color: @text; border-color: @border; }
QPushButton#search:focus { border-color: @accent; }
QPushButton#card { background: @raised; border: 1px solid @soft; border-radius: 8px; text-align: left; padding: 8px; }
QPushButton#card:hover { background: @hover; border-color: @border; }
QPushButton#card:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @field; color: @text;
  border: 1px solid @edge; border-radius: 6px; padding: 3px 7px; min-height: @hit;
  selection-background-color: @accent; selection-color: @onaccent; }
QSpinBox, QDoubleSpinBox { min-width: @spin; padding-right: 16px; }
QSpinBox#narrow, QDoubleSpinBox#narrow { max-width: @narrow; }
QPlainTextEdit#prompt { padding: 5px 6px; min-height: @px40; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
  QComboBox:on { border: 1px solid @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @faded;
  background: @surface; border-color: @soft; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
  width: 18px; border: 0; background: transparent; border-top-right-radius: 6px; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
  width: 18px; border: 0; background: transparent; border-bottom-right-radius: 6px; }
QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover, QSpinBox::down-button:hover,
  QDoubleSpinBox::down-button:hover { background: @hover; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("@controls/up.svg"); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("@controls/down.svg"); width: 9px; height: 9px; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { border: 0; width: 20px; subcontrol-origin: border; subcontrol-position: right center; }
QComboBox::down-arrow { image: url("@controls/down.svg"); width: @arrow; height: @arrow; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px;
  padding: 4px; selection-background-color: @raised; selection-color: @text; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 2px 6px; border-radius: 4px; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @text; border: 0; padding: 3px 6px; }

QCheckBox { spacing: 7px; color: @text; background: transparent; min-height: 24px; }
QCheckBox:disabled { color: @faded; }
QCheckBox::indicator { width: @box; height: @box; border: 1px solid @muted; border-radius: 4px; background: @field; }
QCheckBox::indicator:hover { border-color: @text; }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@controls/@check.svg"); }
QCheckBox::indicator:checked:focus { border: 2px solid @text; }
QCheckBox::indicator:disabled { border-color: @soft; background: @surface; }

QSlider { min-height: 26px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: @slider; height: @slider; margin: -6px 0; border-radius: 8px; background: @text;
  border: 0; }
QSlider::handle:horizontal:hover { background: @accent; }
QSlider::handle:horizontal:focus { background: @accent; border: 2px solid @text; }
QSlider::sub-page:horizontal:disabled { background: @border; }
QSlider::handle:horizontal:disabled { background: @faded; }

QProgressBar { background: @border; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px;
  text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @edge; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @edge; border-radius: 4px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDockWidget { color: @text; border: 2px solid @muted; }
QWidget#dockBar { background: @surface; border-bottom: 1px solid @soft; border-top-left-radius: 8px;
  border-top-right-radius: 8px; }
QTabBar { background: @chrome; }
QMainWindow > QTabBar::tab, QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: 0;
  border-bottom: 2px solid transparent; min-height: 18px; }
QTabBar::tab:hover { color: @text; background: @raised; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { background: @raised; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton { background: @raised; border: 1px solid @border; border-radius: 4px; margin: 4px 1px; }
QTabBar QToolButton:hover { background: @hover; }
QTabBar QToolButton:disabled { background: @chrome; border-color: @chrome; }
QTabBar QToolButton::right-arrow { image: url(@controls/right.svg); width: 12px; height: 12px; }
QTabBar QToolButton::left-arrow { image: url(@controls/left.svg); width: 12px; height: 12px; }

QWidget#statusLine { background: @chrome; }
QStatusBar { background: @chrome; color: @muted; border: 0; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @muted; font-size: @px12; }
QStatusBar QPushButton#link { font-size: @px12; padding-left: 0; padding-right: 0; }
QLabel#statusMain { color: @text; font-weight: 600; }
QStatusBar QLabel#statusWarning { color: @warning; font-weight: 600; border: 1px solid @warning; border-radius: 5px;
  padding: 0 6px; }

QFrame#toast { background: @raised; border: 1px solid @border; border-left: 4px solid @path; border-radius: 8px; }
QFrame#toast[level="warning"] { border-left-color: @warning; }
QFrame#toast[level="error"] { border-left-color: @error; }
QFrame#popup { background: @surface; border: 1px solid @border; border-radius: 10px; }
QListView, QListWidget { background: transparent; color: @text; border: 0; outline: 0; }
QListWidget#results { background: @surface; border: 1px solid @border; border-radius: 8px; padding: 4px; }
QListView::item { border-radius: 6px; padding: 4px 8px; min-height: 24px; }
QListView::item:hover { background: @raised; }
QListView::item:selected { background: @tint; color: @text; }
QListView::item:disabled { color: @muted; }
QLineEdit#finder { font-size: @px15; padding: 7px 10px; border-radius: 8px; background: @field; }
"""
