<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name></name>
    <message>
        <source>Options of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a figure of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float or dock {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tokens ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit a UMAP layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which vectors the map shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state after this block; -1 is the input of block 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the space is laid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit UMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit a new layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in the full space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full space (cosine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}: {n} of {all} agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State before block 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State after block {layer} (the last)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State after block {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {share} % of variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} · {layout} · {dimensions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map keeps {share} % of neighbours (±{error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each dimension standardised over the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} outlying positions left out of the fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is being made; it appears here as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map appears here when a model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token id (order of merging)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster (k-means)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of coming next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position in its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal (bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ 0.0001 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {id} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps {n} of its 15 neighbours on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an outlying state, left out of the fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no OpenGL, so the map cannot be drawn; everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a saved .orrery run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save run as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a picture of a view, at any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new run from the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on generating, or pause after this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back one token; what was ahead stays as a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is running, at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every view back where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against a plain forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the logits with those of one plain forward pass of the same tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the engine process and begin a new one; the run stays on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionAtlasView</name>
    <message>
        <source>attention, {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} layers × {heads} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar: {score} on this text, 0 to {full}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell is the maximum of {n} × {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} positions are not stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention to show yet. It appears here as tokens come, or stays out where a run was stored without it; the view of a single head can compute it again from the model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionHeadView</name>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run. It is computed again where the model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows attend to columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token left out ({share} of attention)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the first token: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoomed: double-click shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the future: nothing there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row sum {row}, column sum {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionTextView</name>
    <message>
        <source>No attention yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} is attended to by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a head of this model: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stored in this run; computed again where the model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsView</name>
    <message>
        <source>Scroll the tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Controls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Full HD, 1920 × 1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4K, 3840 × 2160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column, 85 mm at 300 dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns, 178 mm at 300 dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square, 2048 × 2048</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ending chooses the kind: .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the figure goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>unsaved run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery runs (*.orrery)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…  Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapService</name>
    <message>
        <source>Handing the vectors to the mapper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, device or precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine has ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Find a model, or type a hub id: name/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a model, or type a hub id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open GGUF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load this from the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextTokenView</name>
    <message>
        <source>Candidates for the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}: {p}, taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut by sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn with {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken on another branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {token}  (position {position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{settings}: {n} can be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outline: undrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-p {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min-p {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty {x}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command, a view, a workspace, a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaybackPanel</name>
    <message>
        <source>Number of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens are generated at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down, to watch every token come; right end = no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:.2g} tok/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>What should the model go on from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text the model goes on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap the prompt the way this model was trained to chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no chat template</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplingPanel</name>
    <message>
        <source>0 always takes the likeliest token; 1 draws as the model says; above 1 is wilder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw among the k likeliest tokens only; 0 = among all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw among the likeliest tokens that together have this probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out tokens less likely than this share of the likeliest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1 makes tokens that were there before less likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same tokens on the same machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy: always the likeliest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Check against a plain forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device and precision of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the path shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second, with everything recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map keeps {n:.0f} % of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a held-out token&apos;s 15 true neighbours that are among the 50 nearest on this map (standard error {e:.1f} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>·  check against reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the step-by-step logits with one plain forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>·  |Δlogit| vs reference {d:.0e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference to one plain forward pass of the same tokens; top-1 agreement {a:.1f} %. Click to check again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenStripView</name>
    <message>
        <source>No tokens yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other branches here: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches at position {position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}   ({n} tokens)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewHost</name>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in meaning space, with what may come next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every head looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch parts of the model off and see what changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a repeated word looks inside: embeddings, positions, heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small net that learns to balance brackets, and where it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the picture, as large as the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>token_text</name>
    <message>
        <source>token {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quoted} · token {id} · bytes {bytes} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, click a ray to take its token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
