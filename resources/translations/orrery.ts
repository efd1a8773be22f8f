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
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} heads</source>
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
        <source>type brackets, such as (()(</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets to put to the net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint along the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the net was along its training; at the right end it is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load this net as the model, so that attention, neurons, layers and the map show this string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint 88</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being measured …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two blocks learn the language after about 10 million examples, with about 400,000 weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reaches a legal mass of {p} on held-out strings within its trained lengths after {n} examples. The recipe is another one: all lengths equally likely, a learning rate that rises and falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On all {n} legal prefixes up to {m} brackets it is wrong {k} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One block of the same width does not learn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here one block learns it too: legal mass {p} after {n} examples. A single head that attends evenly to all brackets can average +1 and −1 over them, which is depth divided by length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a balanced string the net gives 15 % to one more closing bracket, which is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way, at checkpoint {i}, the same is seen: after {n} opened and {n} closed it gives {p} to one more. The finished net gives at most {q} within the trained lengths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With growing runs of ( the likeliest completion is right up to some length and then fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run up to {n} fails here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right up to {m} and fails at {n}, where it puts {k} closing brackets after {n} opening ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No string trained on opens that many in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a prefix where the string cannot end, the net is sure that it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such prefix was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} brackets with {d} still open it expects {what} with {p}, though it was right at each shorter prefix. Closing what is open needs {m} brackets; it was trained on up to {t}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason: counting needs a memory that a pass of fixed depth does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe reads depth from the states with R² {a} within the trained lengths and {b} beyond: the count is there, as an approximate quantity, and it frays where positions were never trained. So what fails here is carrying a learned estimate further, rather than counting as such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023). The language: strings of ( and ) in which every bracket that opens is closed again. After each bracket the net says what comes next: another (, a ), or the end. A person who counts is never wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see for yourself: move the checkpoint slider of the test bench; click a cell of the error surface; train a net of your own; open the net in every view and switch its heads off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training begins …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the stored training …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped net after {n} examples: legal mass {p}, likeliest outcome legal for {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: {n} of {all} examples, legal mass {p}, likeliest outcome legal for {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored checkpoint {i} of {n}: move the slider, or press Start to train a net of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best kept so far {p}, as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{v} examples a second, {left} left · {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states after the last layer, {p:.0f}{nbsp}% of their variance; drag to turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention of every head over {string} (start token first; square root, 0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two blocks, ( ) and [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mine: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}, checkpoint {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>( opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>) closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[ opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>] closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End: the string is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failure was found: this net is right after every prefix that was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the net …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed too often: after {n} brackets nothing can make it balanced again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right after {n} brackets: it expects {what} ({p}), which is legal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} brackets: it expects {what} ({p}), {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right after {m} brackets, wrong after {n}: it now expects {what} ({p}), {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which only begins a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but {d} are still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but 1 is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but a bracket of the other kind is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type some of ( and ), for example (()), or clear the line to see the net&apos;s own failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} brackets, {wrong} of {all} prefixes wrong, illegal probability at most {mass}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; closing what is open there needs {m} brackets, trained up to {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is typed: this is the shortest failure found by search. {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts}. Clear the line to see the net&apos;s own failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} brackets, depth {d}: {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bracket earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} {place}: {n} brackets, depth {d}, {state}   {string}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token after “{token}” (position {position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed: both bars of a pair are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the changed model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changed model is asked once writing pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes on the board make no difference here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after} and is the likeliest token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the likeliest is now “{best}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the likeliest is “{best}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(intact‖changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from block {n} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(“{token}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {ranks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit of “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits of the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt and run it: then the next token is shown here, intact and changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper bar: intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower bar: changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full bar {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes up when changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {heads}</source>
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
        <source>the first {n} of {all} tokens, the rest when generation pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell is the largest of {n} × {n}</source>
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
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence that either name could end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its logit counts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its logit counts against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this sentence to the model in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the chosen head off on the board of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the difference without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer} {p}, {other} {q}: logit difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the likeliest token is {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLPs {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other parts of blocks {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own {value}: the sum closes within {gap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own {value}: the sum misses it by {gap}, more than rounding in 32 bits would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the final norm&apos;s scale is held fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the cap on the logits, which is not linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without L{layer}.H{head} {value} ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over the sample text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over {n} sentences with three other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a net of this recipe, or go on with it exactly where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest after this slice; Start goes on exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End here, and put the best net so far onto the test bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go along the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} examples</source>
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
        <source>Select all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}    {kind} · {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token here is written like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more, all marked on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neighbours each point is kept near: few show fine threads, many the shape of the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How close two points may lie: 0 packs clusters tight, more spreads them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What near means in the full space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same layout on the same machine</source>
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
        <source>before block 0</source>
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
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a drag with the left button does (B, L); the right button always moves the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag lassos</source>
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
        <source>drag pans</source>
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
        <source>keeps {share} % of neighbours</source>
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
        <source>this model&apos;s unembedding is its token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each dimension standardised over {n} states of a sample text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked and left out of the fit: the first of each text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked and left out of the fit: the first of each text, and {m} far longer than the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the points of this space have no {quantity}: coloured by {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} points selected (Esc lets go)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fan: no token is {least} likely to come next (see the view&apos;s options)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way through the layers needs the model that made this run, at rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each state through the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each state standardised as this space is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each state as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>way through the layers: {through}, keeps {share} % of neighbours on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while moving: 1 of {n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is not kept with the run; it is made when the model of this run is loaded.</source>
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
        <source>a branch that was left: click to return to it</source>
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
        <source>{p} likely to come next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} likely after {token} (position {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token that was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: the text goes on from there with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no OpenGL, so the map cannot be drawn; everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n_a} texts of {a} against {n_b} of {b}. {tried} neurons were tried: {passed} reach an AUC of {at} or its mirror; with the labels shuffled {chance} do. The neuron best on four fifths of the texts has {best} on the fifth held out. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selection go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} points selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, position {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} likely that the next token is one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {p} likely that the next token is one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth, square root</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AblationInsideView</name>
    <message>
        <source>after block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intact says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL, bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L{layer}.H{head} looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt and run it; then switch a part off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is switched off: both models are the same in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading every layer of both models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes make no difference here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First change after block {first}; the lens differs most after {top} (KL {kl} bits).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AblationSweepView</name>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(intact‖changed), bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now × {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× {scale}: “{token}” {p}, KL {kl} bits; likeliest “{likeliest}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt and run it; then put a part on the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such row on the board: put a part on it, or choose another row above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Measure” tries every scale of {part} from −2 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” is likeliest at × {best} ({p}), least at × {least} ({q}); largest KL {kl} bits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AblationView</name>
    <message>
        <source>{what} (off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a part: L10.N100, L5.H1, L5.mlp, L5.attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the board, switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts chosen elsewhere, and the strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last edit of the board (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, load or clear the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write again from the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run of the same prompt, written by the changed model with the same random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run of the text up to the token looked at, gone on with by the changed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is switched off yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows to 1 (intact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token to follow is none of this model&apos;s: try one word, or clear the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was written by a changed model ({what}); “intact” is the model without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest head for “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest neuron for “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its strongest head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its strongest neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a part on the board and drag its slider: 0 switches it off, 1 is intact, 2 doubles it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}” the model would say “{token}”. Which part says it? Switch one off:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}”, which part speaks for “{token}”? Switch one off:</source>
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
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Orrery starts, looks and computes, and what it keeps on the disk</source>
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
        <source>Back to the run before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run that was here before this one; once more, and this one is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit of the interventions back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change of the board</source>
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
        <source>Load the model again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the device and in the precision that are chosen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the model of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model that made the run; it is fetched where it is not on this disk</source>
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
        <source>Compute it with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention to show yet. It appears here as tokens come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this text is not stored: the text is long, or the file was kept without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionHeadView</name>
    <message>
        <source>Compute it with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run. It is being computed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a head of this model: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the heads to be averaged in this view&apos;s options, as in 5.1 7.3</source>
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
    <message>
        <source>square root</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardRows</name>
    <message>
        <source>Interventions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsErrorView</name>
    <message>
        <source>Putting thousands of prefixes to the net …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over the prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: no string trained on goes further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End, illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing, illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likeliest illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of End where it is illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of closing where it is illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of prefixes whose likeliest outcome is illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets so far → (depth upwards)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every legal prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: {n} prefixes up to {longest} brackets, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} brackets, depth {d}: {count} prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong: {p} of prefixes of strings up to {n} brackets (trained)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {p} beyond</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsLargeView</name>
    <message>
        <source>Ask the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likeliest of the three is legal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of ) and End the likelier is legal (a coin: half)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth (bars: 95 % Wilson intervals)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth {d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{string} as {model} reads it; bare ground: other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>illegal (hatched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the small net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a counter (always right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can {model} count? Framing: {framing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked what follows each prefix: (, ) or the end, which is a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {p} ({right} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or end, right: {parts}. Other characters get {other}; cuttings left out: {lost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a language model (Ctrl+M) and ask it the same strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loaded model is a bracket net itself. Load a language model (Ctrl+M) to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking, character by character … The status line shows how far it is, and can stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Ask the model”. Every prefix of every string takes a forward; the status line counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net} and a counter are asked the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tokens merge brackets: {n} of them are made of brackets alone ({merged}{more}). This string is cut {cut}. Each way of cutting is followed and its probability shared out character by character.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsSequencesView</name>
    <message>
        <source>Completing runs of brackets …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as the run opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● right   ✗ wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening brackets in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets closed before it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes once more (illegal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends (legal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends one bracket early (illegal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets opened, then closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the net closes {m}, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: every run up to {n} is completed rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: completed rightly up to {m} opening brackets, wrong at {n} ({how})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the wrong kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened and closed: closes once more with {p}, ends with {q}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsStringsView</name>
    <message>
        <source>Looking for the worst strings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell of the error surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what comes next · illegal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} brackets, depth {d}: the worst for {net}, {wrong} of {all} wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsTrainingView</name>
    <message>
        <source>each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>illegal probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong likeliest outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out strings, logarithmic (1 − legal mass)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring on held-out strings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs in the string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the states …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsView</name>
    <message>
        <source>illegal here, Start included (hatched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained up to {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsWhyView</name>
    <message>
        <source>trained lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading depth from the states …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer (0 = input of the first block)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² of depth, clipped at 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth read from layer {n}: median and quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the states …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states after layer {n} in their three main axes ({p:.0f}{nbsp}% of the variance); drag to turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● trained lengths   ○ longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length to the right, depth upwards, as far as they allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can {net} count? Depth in its states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe reads depth from layer {n} with R² {a:.3f} up to {length} brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {b:.3f} beyond; rounded, it is the very depth for {c:.0%} and {d:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off one part after the other …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off alone, {head} adds {a:.2e} to the illegal probability ({intact:.2e}), {neuron} {b:.2e}</source>
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
    <name>ChartGrid</name>
    <message>
        <source>View all</source>
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
    <name>CompareView</name>
    <message>
        <source>Write both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two texts with the same luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} tokens, written side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are being written; the first tokens come in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {n} tokens the texts do not part; KL is {mean} bits a step on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They part at step {step}: “{one}” ({p}) against “{other}” ({q}). KL up to there: {mean} bits a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there on the ribbon compares different texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt and run it first: both texts go on from the token looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is switched off yet: put a part on the board, then let both models write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the other prompt into “Which” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the other model into “Which” above: a name, a hub id, a folder or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The button lets both go on from “…{text}” with the same random numbers, and marks where they part.</source>
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
    <name>Docks</name>
    <message>
        <source>Views beside each other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
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
    <name>EffectPanel</name>
    <message>
        <source>The next token before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the place where this token was the next one, and look for its part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part said “{token}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
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
        <source>This file is there already: it will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Clear the line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadScoresView</name>
    <message>
        <source>Show the strongest induction head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts from {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see which of its heads does what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stored attention on this text to score. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring every head on random tokens. This needs the model and takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the text on screen, means over {n} positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {n} sequences of {length} random tokens said twice, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing repeats in this text, so this score is not defined on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} heads at {at} or more (framed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadTableView</name>
    <message>
        <source>Scores of every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention to score yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over {n} positions of the text on screen. Entropy in bits, distance in tokens, the rest as shares.</source>
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
    <name>HelloByeGoesOnView</name>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right of it: written by the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was generated after these words in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the induction heads on random repetitions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is going on from the words …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads: {names} (induction heads on random repetitions).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No head counts as an induction head; those that come nearest: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at}: {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it had {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy after it {n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction activity {p}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelloByeHeadsView</name>
    <message>
        <source>4  All heads of block {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Head {head} of every block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of attention (root)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From each token (down) to those before it (across)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L{layer}.H{head}: {query} ({i}) attends to {key} ({j}): {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelloByeStatesView</name>
    <message>
        <source>The states of this run were not recorded, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6  Cosines after block {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6  Through the blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8  Path after block {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8  Path on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary&apos;s map is not there: it is laid out when the map of token embeddings is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flat map keeps {p} of each point&apos;s neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} ({i}) and {other} ({j}): cosine {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelloByeView</name>
    <message>
        <source>Block whose residual stream is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After which block the residual stream is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this sequence as the prompt, so that every other view shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take two words of one token each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “{first}” and “{second}”: one token each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} × “{first}”, then {m} × “{second}”: {t} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the run&apos;s own records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model as it is, without the run&apos;s changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the word goes on {p}, entropy {h} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{panel}, {what} {row}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Turn (pan in 2D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + drag, right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel, + / -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fly there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + drag, or B and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select with a lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + Shift + drag, or L and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a token, return to a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the current point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D, 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InductionView</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to repeat yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” ({position}) stands here for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” stood at {earlier} and was followed by “{copy}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a token that stood in the text before: click one in the strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads are switched off one by one when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads are switched off one by one where the model holds the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy has {intact}; without {head} {without}, without all {n} {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of “{copy}”, 0 to {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: at zero, below: at their mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous-token heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in-context learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dyck language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language-specific neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the model says {token} here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribution patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top activating texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interchange intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare two models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indirect object identification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name movers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageNeuronView</name>
    <message>
        <source>Find the neuron and measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the second model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the neuron off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise of the loss per token, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per token, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neuron&apos;s activation times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the loss of one neuron costs: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen from {tried} neurons on one half of the texts (AUC {auc}), measured on the other (AUC {held}): {texts} texts of {a} with {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In larger models one neuron is expected to matter less (Gurnee et al., 2305.01610: 8 % at 70M, 0.2 % at 6.9B).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to look for its language neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring; progress and a way to stop stand in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One click ranks all neurons by how well they tell the set from all other texts, takes the one whose absence costs it most, and measures the loss on texts that had no part in the choice. It takes some minutes on a small model and a processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: without the neuron the loss on {a} rises by {rise} ({low} to {high}), on no other set by more than {most} ({set}, {least} to {top}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller model loses more, and the intervals do not touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The larger model loses more, and the intervals do not touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervals of the two models overlap.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>No states to measure here. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each layer writes at “{token}” ({position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a share of the stream after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Euclidean length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention and MLP are measured apart when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only both together are stored; apart they are measured where the model holds the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stream after it {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model&apos;s blocks also add something else, up to {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogitLensView</name>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the likeliest next token after each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final choice “{token}” is number {rank} with {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New positions are read when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the output is stored in a run file; the layers are read where the model holds the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bold: the model&apos;s final choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output row as recorded; read again it differs by {d}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>Handing the vectors to the mapper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>{words} (left unsaved, {when})</source>
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
    <name>NamesControls</name>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {head} on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about {name} instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeuronView</name>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes: promotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes: suppresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits by which the next-token odds change without it (KL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions (each step ten times as many)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site}: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to look into its neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the neuron&apos;s weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its value through the final norm&apos;s gain and the unembedding, per unit of activation where the norm divides by 1; where the activation is negative, promoting and suppressing change places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its activation is the gate&apos;s (through the activation function) times the up part&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its activation grows with the stream&apos;s part along its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys hold the gain of the norm before the MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neuron is read along the text when generation pauses and the model holds the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest at “{word}” ({at}): {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its amount and what its loss changes correlate by {r} over {n} positions (off at all of them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position 0 is left out: its activation is a giant, {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the model over a text and keeps this neuron&apos;s activation at every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens of {source} (the first of each piece left out): {active} of them are above a tenth of the largest amount, {positive} are positive, the mean is {mean}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeuronsView</name>
    <message>
        <source>Neurons and heads, ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two numbers of every row against each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the switchboard with its slider at 0; choose another one in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the likeliest next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to look for neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Writes” is the length of what the neuron adds to the stream here: its activation times its value&apos;s length (with another text: how much that differs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s value through the final norm&apos;s gain and the unembedding: the logit of “{token}” per unit of activation, where the norm divides by 1. A neuron below 0 promotes it where its activation is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs both sets of texts and ranks all neurons. This takes about a minute on a small model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a token above, and see which neurons promote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another text above, and see which neurons differ at its last token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons are ranked when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons are ranked where the model holds the run: load its model and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking every neuron and head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logit of “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logit of “{token}” minus that of “{other}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}”: change of {what} ({value}) when the part is zero everywhere, estimated for all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, measured for {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: the two correlate by {r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}; the first are being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its probability is {p}; {site} costs it most: {least} without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
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
    <message>
        <source>Nothing has these letters in this order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchingView</name>
    <message>
        <source>Measure every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered: 0 as B, 1 as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what attention writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the MLP writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking {part} from A into B, place by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring {part} under noise, place by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see where it decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring; progress and a way to stop stand in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run of the model for every layer and position. It takes up to some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit of “{answer}” minus “{other}”: {clean} in A, {spoiled} in B. The most comes back at “{word}” in L{layer}: {best} of the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From L{layer} on the last position holds more than half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{answer}” has {clean}, and {spoiled} with noise of 3 standard deviations on the subject (mean of {draws} draws). Restoring {window} brings back the most at “{word}” in L{layer}: {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing differs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L{layer}, “{word}” ({at}): {number}</source>
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
    <name>RedundancyView</name>
    <message>
        <source>Switch them off and measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off more and more neurons for {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best neurons, on {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best neurons, on {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random ones, on {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random ones, on {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise of the loss per token over the intact model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see how it bears the loss of neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring; progress and a way to stop stand in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks all neurons on one half of the texts (by how well they separate the sets, the first of those by what each one&apos;s loss costs), and measures on the other half. It takes some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the first {n} neurons the loss on {a} is {rise} above the intact {intact} bits, on {b} {other}; without {n} random ones of the same layers {random} (mean of {draws} draws). {texts} texts of {a}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>What {file} says of its laboratory is missing, because the file could not be loaded: {error}. The laboratory&apos;s views are there all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view in {file} is missing, because its file could not be loaded: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view in {file} is called {name}; a file must be named NAME_view.py as its view is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowWidget</name>
    <message>
        <source>name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: multiply what the part writes. mean: put its mean over the sample text in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At which positions: all, last (the one looked at), or like 3,5-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo: only this row counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron {index} of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {index} of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MLP of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact scale of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {part} is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions where {part} is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {part} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {part} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {part} off the board</source>
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
    <name>ScaleSlider</name>
    <message>
        <source>0 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 intact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentencePanel</name>
    <message>
        <source>The sentence, intact and changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence: both models write it once the slider rests…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence changes at its token {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence stays as it was for {n} tokens: switch off more parts, or turn one up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence: the same so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sets</name>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharesView</name>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons with the largest shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of a token&apos;s logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote the logit {value} of “{token}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are measured when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are measured where the model holds the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All attention {attention}, all MLPs {mlp}, the rest {rest}; the final norm&apos;s scale is held fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest is the {kind} of L{layer} with {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the logit before the model&apos;s cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single neurons cannot be told apart in this model.</source>
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
        <source>changed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was written by a changed model; every view shows that one</source>
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
        <source>map keeps {n} % of neighbours</source>
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
    <name>ViewHost</name>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>after {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoSaysMaryView</name>
    <message>
        <source>Direct attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the heads with the largest shares, and the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knocking out every head of this model takes a while: press the button to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head is knocked out in turn where the model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that are one token: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see which of its heads choose between two names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the logit difference apart. This needs the model and takes a moment.</source>
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
        <source>One word said over and over, then another: what it looks like inside</source>
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
    <message>
        <source>click: select all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} (outlying)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
