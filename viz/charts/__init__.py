"""What two features or more draw with: charts of pyqtgraph in our theme, and small drawers on a QPainter.

How a view is made of charts (`labs/layers/layers_view.py` and `labs/neurons/neuron_view.py` are examples):

    class MyView(ChartView):                        # a View: name, title, options, a pure `frame(run, ui)` as ever
        def heading(self, frame): ...               # one bold line; notes(frame) below it in muted words that wrap
        def instead(self, frame): ...               # why there is nothing to draw; "" where there is something
        def draw_charts(self, frame):               # only draws; called at every frame, with the newest one
            theme = self.colours
            with self.drawing() as grid:            # what is not drawn again goes
                grid.key(0, 0, [Key("attention", theme.categories[0], "box")])
                plot = grid.plot(1, 0)              # row, column (, rows, columns spanned)
                plot.show_axes(Ruler(0, 1, "share", numbers=shares), categories(names, down=True, chosen=3))
                plot.bars(layers, values, theme.categories[0], across=True, name="attention")
                plot.aim(Rows(n), self._facts, choose=self._choose, chosen=frame.layer)

A `Ruler` is an axis (`rulers`): range, name, `numbers` (how a value is written), `marks`, or `categories(labels)`;
`far` puts it above or right, `turned` writes column labels upwards, `least` keeps charts of several panels in line. A
plot draws `line`, `band`, `area`, `bars` (stacked by `base`, grouped by `shift`), `points`, `errors`, `limit`, `words`,
`box`, `cell`, `hatch` and `heat` (a table with a `Colouring`; `write` puts words into its cells); the grid has `plot`,
`key`, `colour_bar`, `words`, `share` (of the room), `square` (a plot) and `link` (axes that move together; between
panels `plot.vb.follow`). What only one view draws is an item of its own (`plot.item(Class)`): `heat_part.HeatPart`
shows the part in sight of a table of any size, `thumbnail_item.ThumbnailItem` is the base of one that lays small
pictures out by the room there is (`atlas_grid`), and `plot.moved(callable)` tells of zoom and moves. pyqtgraph is
loaded with the first chart, so views import none of it: `chart_view`, `chart_panel`, `keys` (`Key` and `Bar`),
`rulers`, `aim`, `colours`, `heatmap` and `look` are free of it; a view with a picture before anything was asked is a
`late_charts.LateChartsView`, which loads it only after the window is on screen. Frames, which load no Qt, make matrices
smaller by `matrix_pyramid`.

The layer itself does: wheel and drag, double click, 0 and Home (view all), + and -, arrows, Shift with arrows, the menu
(with the actions of the view and of its host), colours, type by text size, dashes, thinning of labels, the crosshair.
Without `aim` the crosshair tells the values drawn; with it, `words(thing)` is the card, `point(thing or None)` is told
of the pointer, `choose(thing)` of click and arrow keys; targets are `Rows`, `Columns`, `Cells` or `Points` (`aim`).
With `browse` arrow keys only point, and Enter chooses.

Beside ordinary widgets use a `ChartPanel` in any view: `with self.panel.drawing(theme, self.still) as grid: …`.
`self.column` of a ChartView is its layout: buttons, fields and hand-painted parts are added there.

Figures come by themselves: a fresh view is laid out and its charts are passed on as vectors (`vector_device`), so pens,
marks and pictures are the same in PNG, SVG and PDF; `still` is set, and nothing is pointed at. Tests drive a chart by
its public words: `view.panel.grid.plots[0]`, its `aim_at`, `crosshair.words`, and `scene_of(thing)` for the mouse
(`tests/helpers/charts.py` clicks and points there).

An item of one's own (`GraphicsObject`) keeps its bounds and computes them in no `boundingRect`: Qt asks for them while
its plot is being deleted, and what a function that Qt calls raises there ends the process.

Painting by hand stays for what is no chart, in a view of charts as a `painted_part`:
- token chips, and text that flows with words as its marks: the token strip, attention in the text, the two texts of
  twins, what a large model reads of brackets, the brackets' lesson, the words around a copy in the induction lesson;
- lists whose rows are words, with a small bar each: the candidates for the next token (rows of Qt's list, whose
  keyboard, scrolling and screen reader they need), the switchboard's tokens before and after, the layers of a changed
  model, the worst strings of brackets;
- titles and sentences beside the charts of Hello/Bye, cut where they do not fit;
- the bracket strip with its cards: letters, legal marks and hatched stacks under each bracket;
- the cloud of a small net's states, which stands in space and turns by hand; labels over the map, and the small map of
  twins.
"""
