<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AblationInsideView</name>
    <message>
        <source>Intervention by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and modified, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the interventions first change the prediction on its way through the layers, and what the selected head then attends to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL, bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L{layer}.H{head} attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a prompt and run it, then switch a component off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interventions are on: the original and the modified model are the same in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading every layer of the original and the modified model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interventions make no difference at this position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The states first differ {first}; the lens differs most {top} (KL {kl} bits).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AblationSweepView</name>
    <message>
        <source>Scale sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From −2 through 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steering strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the tracked token&apos;s probability changes as one component is scaled from −2 through 0 (off) and 1 (original) to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which row of the intervention list is swept, counted from the top.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>KL (original ‖ modified), bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× {scale}: “{token}” {p}, KL {kl} bits; most likely “{likeliest}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a prompt and run it, then add a component to the interventions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervention list has no such row: add a component, or choose another row above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Measure” tries scales of {part} from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” is most probable at scale {best} ({p}) and least at {least} ({q}). Largest change of the distribution: KL {kl} bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now × {scale}</source>
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
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
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
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate again</source>
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
        <source>Interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off or scale any component</source>
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
        <source>steering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose neurons, heads or layers, turn them down, off or up, and compare the next token with the original model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracked token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token whose probability and logit are tracked; empty: the most likely of the original model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a component: L10.N100, L5.H1, L5.mlp, L5.attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the list, switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components selected elsewhere, and the strongest ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change to the interventions (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, load or clear the list of interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run of the same prompt, generated by the modified model with the same random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run: the text up to the selected token, continued by the modified model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interventions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set all rows to unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value} ({more}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracked token is not in this model&apos;s vocabulary: type another one, or clear the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was generated by a modified model ({what}); “original” is the model without these interventions.</source>
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
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a neuron, head or layer and move its slider: 0 = off, 1 = unchanged, 2 = doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}”: which component favours “{token}”? Switch one off:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}” the most likely token is “{token}”: which component favours it? Switch one off:</source>
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
        <source>load a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
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
        <source>write to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors</source>
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
        <source>Save a view as a picture, at any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Orrery starts, looks and computes, and what it stores on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue generating, or pause after this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token (step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous token (step back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure once more what was stopped before it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the fit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the process that fits the map layout, and begin the fit anew in another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run that was here before this one; choose it again to come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change to the interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last edit in the list of interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change to the interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every view of this workspace back in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it on the device and in the precision selected now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model that made this run, downloading it if it is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against a full forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the logits with those of one full forward pass over the same tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerical error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the process that computes and start a new one; the run stays on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to begin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three ways to begin: explore, teach, or make a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the view shows, how it is computed, what to try, and what its words mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers behind a view&apos;s picture (CSV, NPZ, Parquet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the numbers behind a view&apos;s picture, for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a view that moves as a film: turning, generating, flying along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turntable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebM</source>
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
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with one begin-of-text token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the typed one out of the prompt and run it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back one token; what was ahead stays as a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewind</source>
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
        <source>random number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dice</source>
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
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
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
        <source>zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard to the next view, the controls or the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard to the view before, the controls or the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the numbers behind the view with the keyboard, or in front, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project chosen views in a second window, with notes and a clock in this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the model of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words used here, each in one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meaning of a term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons of ten minutes, each step beside a state of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tutorial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make what the step asks for by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer to the step&apos;s question, to the class too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the state that the step begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options that the lesson changed are as they were before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this state as a step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step with the present state to a lesson file, or copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the model of this lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model that the lesson is about, downloading it if it is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>Look-ahead: {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown of what may come: {share} within 1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} within {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} (asked for: {asked}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} (asked for: {asked}; at most {most} continuations, {k} next tokens of each).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing what comes within {n} token(s) on the map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking further than {n} token(s) ahead …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look further ahead, the model that made this run must compute it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look further ahead, pause generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities at temperature 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, with this run&apos;s interventions: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p} of coming next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p} after {token} · {whole} for all {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run continues so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to continue the text with [it|these {n} tokens] · right-click to unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to continue the text with [it|these {n} tokens] · right-click to pin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Analogies</name>
    <message>
        <source>input words excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input words allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest to b − a + c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spells an input word: not counted where these are excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank}, {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / rank of the expected word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>come first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, {side}
{share} come first (95 % interval {low} to {high})
median rank {median} (95 % interval {least} to {most})
{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean cosine of two offsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ways of pairing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the true pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to b − a + c: the offset from a to b, added to c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to b + c: a is ignored, so no offset is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to c: only the third word is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b′ − a′ + c with pairs a′, b′ of other relations: the median rank over these pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a and b are one token: there is no offset, and b − a + c is c itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to {formula} that is not an input word: {token} (cosine {cosine}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is an input word itself, so it has no rank with the input words excluded; with them allowed it is number {rank}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} comes first of {n} tokens, even with the input words allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} comes first of {n} tokens with the input words excluded, and is number {allowed} with them allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is number {excluded} of {n} tokens with the input words excluded, and number {allowed} with them allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b + c, which ignores {a}, has it as number {sum} (input words excluded): the offset adds nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to {word} alone it is number {c}: the offset adds nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offsets of pairs that have nothing to do with it give number {shuffled} (median of {n}): this offset is not better than those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without subtracting {a} it is number {sum}, to {word} alone number {c}: the offset brings it nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is {n} tokens in this model ({tokens}): the mean of their rows stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a, b, c and b − a + c lie in the plane exactly; of the other points it holds {share} of the squared distance from a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two principal axes hold {share} of the variance of these points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}, expected
cosine with b − a + c {cosine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every expected word is an input word itself, so none has a rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b − a + c has {n} of {all} expected words first with the input words excluded ({share}, 95 % interval {low} to {high}); b + c has {sum}, c alone {c}, offsets of other relations {shuffled}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the input words allowed it has {n} first (median rank {median}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So these analogies are not present in this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtracting a helps beyond chance: {better} won, {worse} lost ({p}, sign test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtracting a harms: {better} won, {worse} lost ({p}, sign test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That subtracting a helps is not shown by this set: {better} won, {worse} lost against b + c ({p}, sign test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} word(s) [is|are] several tokens in this model: the mean of their rows stands for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is number {excluded}; with the input words allowed number {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} ways of pairing them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} random ways of pairing them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two offsets have a mean cosine of {cosine}; with the second words shuffled {mean} ± {sd} ({how}), {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pairs share a direction beyond that from the one kind of word to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No direction of the pairs beyond that from the one kind of word to the other: not present in this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of several tokens, whose mean stands for the word: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalogiesView</name>
    <message>
        <source>Analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>king − man + woman, with its baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>king - man + woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parallelogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capital cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3CosAdd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permutation test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“a is to b as c is to ?” on the model&apos;s token embeddings: the nearest tokens to b − a + c, the rank of the expected word with the input words excluded and allowed, and what simpler rules find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One analogy as arrows, a set of analogies with totals, or the offsets of pairs against shuffled ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that stand for words: of the token embedding, or of the unembedding. In many models both are one matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the arrows are drawn on. In the plane of b − a and c − a the parallelogram is exact; the principal axes hold as much as two axes can of all the points that are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether tokens that spell a, b or c count in the ranks of a set, where there is no room for both tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the offset begins: a word, or a token&apos;s id as #123. It is read with a space before it where that takes no more tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is to b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the offset ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the offset is added to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected word. Its rank counts the tokens that are nearer, whatever spells the word itself left out: in any case, with or without a space before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four words each, a new line or a semicolon between two analogies, or the name of a CSV or text file. A fifth word names the relation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two words each, a new line or a semicolon between two pairs, or the name of a CSV or text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>king</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queen, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 bundled ones; or: man woman king queen; …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 capitals; or: France Paris; Italy Rome; …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the analogy as arrows on the map of these vectors, with the angles that the map keeps (Esc there removes them)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select these words and the nearest tokens on the map of their space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offset b − a, from a and from c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank of {word}, input words excluded and allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second words shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of each offset with the mean of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formula}: nearest tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank of the expected word in each analogy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the offsets of these pairs point one way?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to solve analogies with its token embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing cosines with every token of the vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one analogy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set of analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offsets of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plane of b − a and c − a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>principal axes (PCA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>The engine is not ready. Ask again when it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded. Load one, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loaded model did not make this run. Load its model, or begin a new run, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run is about to begin. Ask again when it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended or the model changed before this was done. Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskPath</name>
    <message>
        <source>{name} exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionAtlasView</name>
    <message>
        <source>Attention: all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small picture of every attention head: each row is a token, and bright cells are the earlier tokens it attends to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar under each head, from this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads with the highest score first, instead of layer by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How attention weights become colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: leaves out attention to the first token (the attention sink), which otherwise outshines the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute it with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention to show yet. It appears here as tokens are generated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this text is not stored: the text is long, or the file was saved without it.</source>
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
        <source>without the first token (attention sink)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoomed out: each cell shows the strongest weight among {n} × {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} positions are not stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionHeadView</name>
    <message>
        <source>Attention: one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention pattern with exact values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of one head as a table: row = token that attends, column = token attended to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected head, a mean over heads, or its difference from another head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heads to average, as in 5.1 7.3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minus layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head to subtract, for a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minus head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How attention weights become colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: leaves out attention to the first token (the attention sink), which otherwise outshines the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute it with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|Σ| ≤ {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ ≤ {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|sums| ≤ {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sums ≤ {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heads of this model: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the heads to average in this view&apos;s options, as in 5.1 7.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run. It is being recomputed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of selected heads</source>
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
        <source>without the first token (attention sink, {share} of attention)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the first token (attention sink): {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {n} of {all} tokens, the rest when generation pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoomed out: each cell shows the strongest weight among {n} × {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoomed in: double-click shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later token: never attended to</source>
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
        <source>attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention on the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From or to a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention highlighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BertViz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token: the text is shaded by how much it attends to each other token, or how much they attend to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the token attends to, or which tokens attend to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean over all heads of the selected head&apos;s layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several heads in colours, as in 5.1 7.3; empty: the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention yet. Type a prompt and press play.</source>
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
        <source>not heads of this model: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stored in this run; recomputed with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square root</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Orrery: for the audience</source>
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
    <name>Boards</name>
    <message>
        <source>{site} is in the list of interventions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of interventions could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of interventions was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions was made for {other}, but the loaded model is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no {sites}, so these rows were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of interventions (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a list of interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list of interventions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Brackets</name>
    <message>
        <source>type brackets, such as (()(</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket string to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint along the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model at this point of its training; at the right end it is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load this bracket model as the model, so that attention, neurons, layers and the map show this string</source>
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
        <source>Being measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two blocks learn the language after about 10 million examples, with about 400,000 weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its probability on valid symbols is {p} on held-out strings within the trained lengths after {n} examples. The training differs from the essay&apos;s: all lengths are equally likely, and the learning rate rises and falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On all {n} valid prefixes of up to {m} brackets it is wrong {k} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One block of the same width does not learn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here one layer (block) learns it too: probability on valid symbols {p} after {n} examples. A single head that attends evenly to all brackets can average +1 and −1 over them, which is depth divided by length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a balanced string the model gives 15 % to one more closing bracket, which is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>During training, at checkpoint {i}, the same is seen: after {n} opened and {n} closed brackets it gives {p} to one more. The finished model gives at most {q} within the trained lengths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For longer and longer rows of (, the most likely completion is correct up to some length and then fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of up to {n} fails here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is correct up to {m} and fails at {n}, where it puts {k} closing brackets after {n} opening ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training string opens that many in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a prefix where the string cannot end, the model is sure that it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such prefix was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} brackets, at depth {d}, it expects {what} with {p}, though it was correct after each shorter prefix. Closing what is open needs {m} brackets in all; it was trained on up to {t}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason: counting needs a memory that a pass of fixed depth does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe finds the depth in the hidden states: R² {a} within the trained lengths, {b} beyond. So the model does keep an approximate count, and it becomes unreliable at lengths it was never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets: what the essay says, and what is measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essay: Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023). The language: strings of ( and ) in which every bracket that opens is closed again. After each bracket the model predicts what comes next: another (, a ), or the end. A person who counts is never wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the essay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from the essay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see for yourself: move the checkpoint slider of “Try a string”; click a cell of the error map; train a model of your own; open the bracket model in every view and switch its heads off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth, square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model with these settings, or resume exactly where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause; Start resumes exactly here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and try the best model so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move along the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} examples</source>
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
        <source>The bundled model after {n} examples: probability on valid symbols {p}, top prediction valid for {a}</source>
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
        <source>{state}: {n} of {all} examples, probability on valid symbols {p}, top prediction valid for {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored checkpoint {i} of {n}: move the slider, or press Start to train a model of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far {p}, saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{v} examples per second, {left} left · {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h}&#xa0;h {m}&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m}&#xa0;min {s}&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{s}&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states after the last layer, {share} of the variance; drag to rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention of every head over {string} (start token first; square-root colour scale, 0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two-layer model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-layer model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two-layer model, ( ) and [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained here: {name}</source>
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
        <source>End of the string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failure was found: this model is correct after every prefix that was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the bracket model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed too often: after {n} bracket(s), nothing can make the string balanced again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {n} bracket(s): the model expects {what} ({p}), which is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), which can only begin a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), which can only begin a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although 1 is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although 1 is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although {d} are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although {d} are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although none is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although none is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although one of the other kind is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although one of the other kind is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type some of ( and ), for example (()), or clear the line to see the model&apos;s own failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid symbols at most {mass}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid symbols at most {mass}. Closing what is open at the first of them needs {m} brackets; the model was trained up to {t}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is typed: this is the shortest failure found by search. {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} Clear the line to see the model&apos;s own failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} bracket(s), depth {d}: {shares}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
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
        <source>{mark} {place}: {n} bracket(s), depth {d}, {state}   {string}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsErrorView</name>
    <message>
        <source>mean over the prefixes</source>
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
        <source>Brackets: error map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all up to 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By length and depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the small model is wrong for each length and depth; click a cell to list its worst strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random prefixes, or all prefixes of up to 14 brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the longest prefix shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth (unclosed brackets) of the deepest prefix shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: limit of the trained lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End, invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing, invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top prediction invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of End where it is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of closing where it is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction of prefixes whose top prediction is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the bracket model on thousands of prefixes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} bracket(s), depth {d}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prefix(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>random prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every valid prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: {n} prefixes up to {longest} brackets, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths), {q} beyond.</source>
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
</context>
<context>
    <name>BracketsLargeView</name>
    <message>
        <source>Brackets: language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can a large model count?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the string alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 random strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the string being tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the same bracket strings to the loaded language model, next to the small model and an exact counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text put before the string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strings that the model is asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The string shown character by character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top prediction of the three is valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{string} as {model} reads it; empty: other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid (hatched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bracket model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a counter (always correct)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can {model} count? Prompt style: {framing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is asked what follows each prefix: (, ) or the end, which is a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or end, correct: {parts}. Other characters get {other}; tokenizations left out: {lost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loaded model is a bracket model itself. Load a language model (Ctrl+M) to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking, character by character … Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Ask the model”. It takes one forward pass per prefix; progress is in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net} and an exact counter are asked the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer joins brackets ({n} tokens consist of brackets only: {merged}{more}). It would read this string as {cut}. All ways to split it are added up, so that every character gets one probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth (bars: 95 % Wilson intervals)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between ) and End, the valid one is more likely (guessing: 50 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth {d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {p} ({right} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a language model (Ctrl+M) and ask it the same strings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsLessonView</name>
    <message>
        <source>Brackets: claims checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the essay says, what is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is ChatGPT doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements from Stephen Wolfram&apos;s essay on this experiment, each beside what is measured here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsSequencesView</name>
    <message>
        <source>Brackets: opening only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(((( …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long until it miscounts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings of 1, 2, 3 … opening brackets: does the small model close exactly as many? Click one to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes once more (invalid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends (valid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends one bracket early (invalid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● correct   ✗ wrong</source>
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
        <source>Completing rows of opening brackets …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: every row of up to {n} opening brackets is completed correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, which is correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m} and ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, one too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, one of the wrong kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m} and does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it closes one too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it closes one of the wrong kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it does not end</source>
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
        <source>{n} opened and closed: closes once more with {p}, ends with {q}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsStringsView</name>
    <message>
        <source>Brackets: worst strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the small model is most wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adversarial examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strings with the selected length and depth on which the small model is most wrong; click one to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the worst strings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a cell of the error map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what comes next · invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} bracket(s), depth {d}: the worst for {net}, {wrong} of {all} wrong</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>string</source>
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
        <source>Measuring on held-out strings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets: training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it learn, or replay its training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toy model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a small model to close brackets correctly and watch it learn, or replay the training of the bundled one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the hidden states …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability on invalid symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong top prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability on valid symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out strings, logarithmic (1 − probability on valid symbols)</source>
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
        <source>( )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>( ) and [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of layers of the model that is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One kind of bracket, or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of brackets in the longest training string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of training strings; the learning rate falls towards the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest learning rate of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the initial weights and of the strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device used for training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-1 is the newest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsView</name>
    <message>
        <source>Brackets: try a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may come next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced parentheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dyck language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toy model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type brackets and see, after each one, what the small model expects next and whether that is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid here, Start included (hatched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained up to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the model&apos;s own shortest failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two-block, one-block, two-kinds, or mine/NAME for a model trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the training of two-block; -1 is the finished model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-1: where it fails first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell of the error map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length and depth, such as 24,4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BracketsWhyView</name>
    <message>
        <source>Brackets: depth probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it fails beyond its training length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the number of open brackets from the hidden states, and shows which components that count depends on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer the hidden states come after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also show hidden states of strings half as long again as the trained ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off one component after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the depth from the hidden states …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth read {place}: median and quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the hidden states …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe reads the depth {place}: R² {a} up to {length} brackets, {b} beyond. Rounded, it is exactly the depth for {c} and {d} of the prefixes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotated so that length grows to the right and depth upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{net}: depth in the hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe reads the depth {place}: R² {a} up to {length} brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off one component after the other …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which components does the count depend on? Each is switched off alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off {head} alone adds {a:.2e} to the probability on invalid symbols ({intact:.2e}); {neuron} alone adds {b:.2e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² of depth, clipped at 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states {place} in their three principal components ({share} of the variance); drag to rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● trained lengths   ○ longer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchModel</name>
    <message>
        <source>Tokens at each fork: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits/token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch&apos;s name: by itself its first tokens; F2 gives it one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare this branch with the current one: it becomes B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens after the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of surprisal, summed over the tokens after the prompt: −log₂ of the branch&apos;s probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprisal per token after the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare with the current branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>temperature {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition penalty {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability with {interventions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance of being drawn ({settings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chances marked ≈ are estimates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities with other interventions are not computed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are computed when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} at position {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance of being drawn {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without interventions {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the interventions {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} token(s) after the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of them its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal {bits} bits (log₂ probability {log})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bits per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (current)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (current, stepped back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (compared)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… ({n} more characters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One branch so far. To make another, choose a different token: click a bar in “Next token” or a ray on the map, at any position. What was there before stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} branches. A: {one}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} branches. Click one to go there; tick “B” to compare it with the current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: {one}. B: {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens, Logit lens and the map show both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchesView</name>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every continuation that was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tree of all continuations of this text: the tokens chosen at each fork with their probabilities; click a branch to go there, or compare it with the current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the branches as a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to B; what is A now becomes B (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the current branch alone (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model that made this run compute what a file does not store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch&apos;s continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {n} of {all} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the current branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BundlesView</name>
    <message>
        <source>Bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many samples of one text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters of continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws many continuations of the text with different seeds, and shows how fast they part and into which groups they fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many continuations are drawn; each has a seed of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens each continuation has at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second prompt to compare with; empty for the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another temperature for B; empty for the one that is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the samples as a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance of two samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}: parts after {at} token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after {n} token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {value} ({low} to {high}), {n} samples still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast samples of one text part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature of B is a number from 0 on, such as 0.7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To draw samples, the model that made this run must compute them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Draw A” continues the text up to the selected token many times, with the sampling that is set and one seed after the other. Name a prompt or a temperature for B to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance: 1 − cosine of the last hidden states after the final norm, mean over pairs of samples, with a 95 % bootstrap interval. Groups: average linkage over each sample&apos;s mean state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} samples at temperature {t:g}, seeds {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not part: all are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>They part after {at} token(s): half of the largest mean distance is reached.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They form one group, such as {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} groups (silhouette {s}):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>{title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points of {space}, laid out by {layout} in {dimensions}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points of {space}, laid out by {layout} in {dimensions}; {share} of a point&apos;s 15 nearest neighbours are among its 50 nearest on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected token: “{token}” (position {position}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name} ({dtype}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt: “{prompt}”, {n} tokens generated after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt: “{prompt}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was run with {changes}.</source>
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
    <name>ChartView</name>
    <message>
        <source>Save the numbers as a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no numbers here that can be saved as a table.</source>
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
    <name>ChoicePopup</name>
    <message>
        <source>The text so far, in large letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading and views of a lesson&apos;s step</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Up to {n} view(s) at once.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>While a lesson is given: what its step shows, instead of the views ticked below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of projected letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display of the projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another than this window&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassRoom</name>
    <message>
        <source>Open a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step could not be added to {path} ({why}). Choose another folder or file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was added to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the presentation began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the time anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>one-hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semi-local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random (control)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dealt colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value in each dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {d} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}, dimension {d}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: {share} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensions, superposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new combinations read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{d} dimensions: colour {a}, shape {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine, superposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} and {b}: cosine {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dealt at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in new combinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}, dealt at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum finds the phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new phrases found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}
first word {first}, second {second}, interaction {both} of the variance
read in new combinations: first {a}, second {b}
the same with words dealt at random: {c}, {d}
the sum finds the phrase: {m}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>made codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the second word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that are made here and understood as a whole, or the hidden states of the loaded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many colours the made codes have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many shapes the made codes have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the superposed code and of the control; fewer than colours and shapes together interfere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the noise in each dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of directions, noise and the words that are dealt at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which token&apos;s hidden state stands for the phrase in the loaded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 12 words for {first}, parted by commas; the first property.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 12 words for {second}, parted by commas; the second property.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts with {first} and {second} in them, one on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and shape: codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be read out of a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distributed representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binding problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same coloured shapes as one-hot, semi-local and superposed codes: what a linear probe reads of each, and whether the loaded model&apos;s states of two words are their sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red, blue, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circle, square, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one text on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every phrase through the model and fit a probe to every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things of {k} colours and {s} shapes, coded in four ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are the model&apos;s states of two words the sum of what each adds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the codes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the phrases …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Read the loaded model” runs {n} texts through it and asks, layer by layer, whether the two words can be read apart in phrases that the probe never met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a combination that it never met, a linear probe reads the colour from the semi-local code in {b}, from the superposed one in {c}, from one-hot in {a} (guessing {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things at once: the sum tells whose shape is whose in {a} for one-hot, {b} for semi-local and {c} for superposed codes. Mean squared cosine of the superposed directions: {overlap}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most clearly {where}: both words&apos; own effects make {sum} of the variance between {n} phrases (dealt at random {chance}), their interaction {rest}. In new combinations a probe reads the first word in {a} and the second in {b} (dealt at random {c} and {d}); the sum of both effects finds the right phrase in {m} (guessing {g}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Colouring</name>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same random numbers, one difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two continuations drawn with the same random numbers, so that the first token where they differ is due to the one thing you changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is different about the second text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other seed, prompt or model; not needed for the modified model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens both generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}&#xa0;bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt {n}</source>
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
        <source>Two texts drawn with the same random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} tokens, generated with the same random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are being generated; the first tokens appear in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The texts are the same for {n} token(s); KL is {mean} bits per token on average.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>First difference at token {step}: “{one}” ({p}) and “{other}” ({q}). KL up to there: {mean} bits per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it, the texts have different histories, and KL compares different contexts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a prompt and run it first: both texts continue from the selected token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interventions yet: add a component to the interventions, then generate both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the other prompt into “Other” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the other model into “Other” above: a name, a hub id, a folder or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Generate both” continues “…{text}” twice with the same random numbers and marks the first difference.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Another run took its place before the picture was whole. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{view}” shows what the run does not hold and only its model can compute ({name}). Load that model, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{view}” shows could not be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completing the figure of “{view}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was not written. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completing the numbers of “{view}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data were not saved. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was not copied. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is hidden until the class has guessed what comes next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {why}. Choose another folder or file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data were saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the numbers of “{view}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is on the clipboard: {n} value(s), parted by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contrast</name>
    <message>
        <source>{n_a} texts of {a} against {n_b} of {b}. {tried} neurons were tried: {passed} reach an AUC of at least {at} (or at most 1 − {at}); with shuffled labels {chance} do. The neuron that is best on four fifths of the texts has an AUC of {best} on the held-out fifth. {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Clear the line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlRow</name>
    <message>
        <source>or type a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token or a word; of a word its first token counts. Enter gives the vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what comes next, and guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the next tokens in all views, and put the most likely ones among decoys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a vote for the guess that is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the vote back that was given last  (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the model&apos;s probabilities beside the votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what comes next everywhere, without a score here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with the model&apos;s token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the text with the model&apos;s most likely token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with the class&apos;s token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the text with the token that has the most votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with a draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the text with a draw by temperature and filters, as its seed has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with the model&apos;s {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with the class&apos;s {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with a draw: {token}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was made by {name}. Load that model to continue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loaded model is not the one that made this run ({name}): its weights differ. You can look at the run, but not continue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} Downloads are switched off: see “Never go online” in Preferences, Storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, which made this run, is not on this computer. Everything recorded can be seen; to continue the run, get the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is still loading. The run starts as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of tokens is 0, so none are generated. Choose how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded yet. Choose one, or wait until it is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has ended, so nothing can be computed. Restart it to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing another token needs the model that made this run. Load it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a model, and none is loaded yet. Choose one, or wait until it is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt begins with {token}, which this model&apos;s tokenizer puts there by itself: the text begins with more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has reached the longest that this model can read. Step back, or branch from an earlier token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {n} further paths on the map already: remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This path is on the map already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention beyond the memory of a run is recomputed when needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the end of the prompt. Step back once more to cut into it.</source>
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
    <name>DigitsView</name>
    <message>
        <source>Map of the pictures in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square to draw a digit in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the mouse. Arrow keys move, Space fills a pixel, Shift with an arrow draws a line, Delete clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the left mouse button, rub out with the right one. With the keyboard: arrow keys move, Space fills a pixel, Shift with an arrow draws a line, Delete clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre and enlarge the drawing before the model reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur the picture that the model is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is given: blurred by {blur} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model learns to read, from certain to unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model learns to read handwritten digits in about a second: draw one of your own, blur it, and see what each neuron answers to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from another start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with other initial weights: the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the large map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open these vectors in the meaning space: every layout there is, UMAP too, neighbours, search and selection. A click on a point there shows its picture here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train {n} models from other starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over the held-out pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture blurred more and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats per picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share read correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blur, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, bits (dashed: all ten alike)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean activation of every neuron by digit; choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean activation by digit (dashed: this picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures that fire it most, with its activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron of the next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share on which the models differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean share read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy from each start, 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled digits (dashed: guessing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of held-out pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown beside the picture: the training and the answer, what each neuron answers to, the map of the pictures, or models from several starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 32, 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the training goes through all training pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the initial weights and of the order of the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate of Adam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of one step of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: train on pictures whose digits were dealt out at random, so that nothing but learning by heart helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which picture of the data set is shown, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing of 32 × 32 dots as hexadecimal digits; empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale your drawing to its square and centre it, as the pictures of the data set are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of a Gaussian blur, in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer of the neuron that is shown, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neuron that is shown, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bare pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which numbers are the vectors of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the vectors are laid out; t-SNE takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions</source>
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
        <source>Of the map: a plane, or a cloud that turns by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many models are trained from other initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of {sizes} neurons learns to read digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}: training, part {turn} of {turns}; {p} of the held-out pictures read correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}: {p} of {n} held-out pictures read correctly (95 % interval {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {digit}: {p}, {h} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {digit}, not {truth}: {p}, {h} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {n}, held out: a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {n}, trained on: a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: the training digits were dealt out at random, so held-out pictures are read no better than by guessing; {p} of the training pictures are known by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp, this picture is read as {digit} with {h} bits of entropy; blurred by {blur} pixels, as {other} with {more} bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is read as {digit} at every blur up to {blur} pixels: with {h} bits of entropy at first, {more} at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron {neuron} of hidden layer {layer} is above 0 on no picture: it is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron {neuron} of hidden layer {layer} is above 0 on {share} of the pictures, on average most for {digit}: {d} standard deviations above the other digits. On this picture it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing: the model is given it centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing as it stands: the model learnt centred digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the pictures. The engine does one thing at a time: this begins when what the status line shows is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture as a vector of {width} numbers. The map keeps {kept} of 15 true neighbours among the 50 nearest (dealt out at random it keeps {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a picture&apos;s 15 nearest {near} are the same digit by these numbers, {on_map} on the map in the plane, {pixels} by the bare pictures, {chance} by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ are the pictures that the model reads wrongly: {n} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ is the picture on the left; there the map keeps {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train {n} models that differ by their initial weights alone, and one on shuffled digits as a control. They take about as many seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of these models read {differ} of the held-out pictures differently; independent errors of their rates would make it {chance}. Trained on shuffled digits, a model knows {heart} of them by heart and reads {control} of the held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{digit}: {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred by {blur} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this picture: {h} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out pictures: {h} bits, {p} read correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights of the pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights of the pixels, through the layers before (without their ReLU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it adds to the logit of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights to the next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {neuron}: mean activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{digit}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture {n}, held out: a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture {n}, trained on: a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {votes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} held-out picture(s) [is|are] read differently; the most divided, with the number of models for each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}: {p} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{p} of the shuffled digits are known by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on shuffled digits: {p} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{digit}: the models differ on {a}, read wrongly {b} on average</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockBar</name>
    <message>
        <source>Options of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a figure of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {title}</source>
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
</context>
<context>
    <name>DockBody</name>
    <message>
        <source>Compute with the loaded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model that made this run compute what a file does not store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden while the class guesses what comes next. “Reveal” in “Predict first” shows it again.</source>
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
    <name>Effect</name>
    <message>
        <source>No text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token after “{token}” (position {position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interventions are on: both bars of a pair are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the modified model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modified model runs when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interventions make no difference at this position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after} and is the most likely token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the most likely token is now “{best}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the most likely token is “{best}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>affects L{n} and later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL (original ‖ modified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}&#xa0;bits</source>
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
        <source>Type a prompt and run it: the next token is then shown here, for the original and the modified model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper bar: original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower bar: modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full bar {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original → modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}&#xa0;pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among the top only when modified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EffectPanel</name>
    <message>
        <source>The next token, original and modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the position before this token and rank the components that favour it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which component favours “{token}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which component?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>({n} more: --check names them all.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (all tokens) or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (always the most likely token) or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other was passed over (empty, or no text).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to {most_tokens} tokens can be generated here, but {n_tokens} were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>429, too many requests from here: wait some minutes, or sign in with `hf auth login`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GIF can have {gif_fps:g} pictures a second, but {fps:g} were asked for. Ask for 50, 25 or 20, or write MP4, WebM or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of {batch} cannot be shared by {groups} groups. Choose a multiple.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of this model needs more from the blocks before it than the states they hand on, so no block can be run by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of this model run by itself gives other numbers than in the whole model, so none is run so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A camera is three numbers: azimuth and elevation in degrees, and a distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A direction needs a word at either end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fan has 2 to 50 candidates, not {k}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure can be {smallest} to {largest} pixels a side, further than which nothing can be painted, but {asked} was asked for. Ask for fewer pixels or dots per inch; SVG and PDF are sharp at any size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure can have 1 to {most_columns} columns (0: as suits it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure can have {least_dpi:g} to {most_dpi:g} dots per inch, but {dpi:g} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure can have {most_panels} panels at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure has whole pixels, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure needs a panel: add [[figure.panel]] with a view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure needs a panel: add a view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure of {width}x{height} needs {size:.0f} MB, which are not free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure&apos;s name must end in {suffixes}, but {name!r} does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure&apos;s text can have {smallest_text:g} to {largest_text:g} points, but {text:g} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film can have {largest} pixels a side, more than which few programs play, but {wide}x{high} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film can have {least_fps:g} to {most_fps:g} pictures a second, not {fps:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film can have {most_motions} motions at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film can have {most_seconds:g} seconds and {most_pictures:,} pictures, but this one would have {seconds:g} seconds and {pictures:,}. Make it shorter, or with fewer pictures a second (“fps”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film&apos;s name ends in {known}, or in nothing for a folder of PNG pictures, but {name!r} does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layout has 1 to {most} chosen axes, but {n} were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layout of {n} points does not belong to a space of {vectors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library could not be loaded ({why}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map needs at least one vector, but was given an array of shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map of states needs at least 3, but the sample text gave {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mean needs a reference text of more than {skip} tokens, but none was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message between the window and the engine was lost ({error}), most often because memory ran out, so the engine was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model needs a “prompt” to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A motion can have {most_states} steps at most, but {n} were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing. Type one word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A panel asks for column {last}, but the figure has {columns} (“columns”), counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the matrix must begin inside it and have 1 to {cells} rows. Ask for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A perplexity of {perplexity:g} needs at least {fewest} points, but this space has {n}. Choose {last} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A probe needs at least {fewest} points on either side, but there are {one} and {other}. Select more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe was expected, but {values} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A resumed training keeps its original settings, so --resume cannot be combined with {names}. Leave those out, or start a new training without --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is a file, or made with a model: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale is a number from {least:g} to {most:g} (0 = off, 1 = unchanged), but “{text}” was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale sweep needs at least one scale. Name one, for example 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shorter prompt, a smaller model, or bfloat16 instead of float32 needs less; the run so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size is WIDTHxHEIGHT in pixels or with a unit, for example 3840x2160 or 85mmx60mm, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size is in pixels or in a physical unit, not in both, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spec can have {most_figures} figures at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spec can have {most_films} films at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep needs “of”: layer, position, head, or an option of the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table&apos;s name must end in {kinds}, but {name!r} does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text has no tokens. Type at least one word on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text has tokens that this model does not have ({most}). Choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text size is in points, for example 8pt, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token and at least one head are needed. Type a prompt, run it, and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token asked about does not exist: this model&apos;s are numbered 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token of this path does not exist: this model&apos;s are numbered 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token that occurred before and at least one head are needed. Select one and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training cannot be called {name!r}. Choose 1 to 60 letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vector with NaN or infinite values has no place on a map. The model&apos;s state overflowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A width of {width} cannot be shared by {heads} heads. Choose a multiple.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word can be said 1 to {most_said} times, but {count} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is missing. Type one into each of the fields a, b and c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads over {length} tokens are {needed:,.0f} MB, and {most_attention} MB is what is sent to the window: say the words fewer times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All prefixes can be tried up to {exact_up_to} brackets of one kind. Choose a shorter length, or a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All text of the file is used ({size:,.2f} MB, {encodings}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All text of {n:,} files is used ({size:,.2f} MB, {encodings}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow writing there, or set the environment variable {variable} to a folder you can write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An axis begins and ends at points of the map, numbered 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An axis needs a word at either end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranging in 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranging in 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a much larger one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for about {wide:g} mm x {high:g} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model about brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 1 candidate must be kept per position, but k = {k} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one neuron, as many candidates, and 100 draws are needed. Ask for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one scale is needed, and all must be finite numbers: for example 0, 1 and 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one sentence and a seed of 0 or more are needed for a mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one token must be compared, not {k}. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two sequences are needed for the standard error of a score. Ask for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two texts with {shortest} tokens or more are needed for intervals, but there are {n}. Choose more steps, or a file with more lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {fewest} states are needed, but the texts gave {n}. Choose a file with more text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {shortest} tokens and one sequence are needed to score heads. Ask for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention is not shown for this model: its layers have different numbers of heads, and Orrery needs the same number in every layer. The other views still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging over sentences with other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both answers are the same token, so there is no difference to recover. Name two others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends of this direction are the same vector. Choose two that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both names are the same token, so their logit difference is 0. Type another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both prompts are the same, so there is nothing to recover. Change a word in one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both prompts have the same logit difference, so there is nothing to recover. Name other answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both prompts must have the same number of tokens, but A has {a} and B has {b}. Replace a word by one that is as many tokens long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both text sets are the same, so nothing tells them apart. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts can have 1 to {most} tokens, not {n_tokens}. Choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both words are “{first}”, so nothing would change. Type two different words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causal tracing needs to know which tokens hold the subject, but this model&apos;s tokenizer does not report that. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {index} is half of a character (a lone surrogate, U+{code:04X}), which no text can hold: delete it and type the character again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network or the proxy and try again, or choose a model that is already on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the numbers of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you can write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters need at least {fewest} points, but this map has {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing neighbours on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the attention of every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuations that are looked at together must be equally long and not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuing the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions cannot be computed for this model: Orrery does not recognise its final norm. Choose another model for this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions cannot be computed for this model: its output layer is not a single matrix, so a logit is not a sum of parts. Choose another model for this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts from 1 to {most} and at least one draw are needed, not {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device {wanted!r} is not there; this machine has {names}. Choose one of them, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {name!r}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw 2 to {most} samples of 1 to {longest} tokens each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dimension is standardised over {n} states of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of the two words must have 1 to {longest_word} characters, but “{word}” was given. Type another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each text can be continued by 0 to {most_steps} tokens, with fans of 2 to 50 candidates; met {steps} and {k}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating the effect of every component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every example must have {wanted} values to be learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expanding {name} (once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting this map needs {size:.0f} MiB of shared memory, but the system refused ({why}). Close other programs, or enlarge /dev/shm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room on that disk, or set the environment variable {variable} to a folder on another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room there, or choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT-2 XL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT-2 large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT-2 medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT-2 small, the model of Wolfram&apos;s essay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: accept the licence on the model&apos;s page, and sign in with `hf auth login` or set HF_TOKEN to your token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering the map of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering the states of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 2, 2B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 2, 2B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 3, 1B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 3, 1B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 3, 270M, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H.264 needs an even width and height, but {wide}x{high} was asked for. Ask for {even_wide}x{even_high}, or write WebM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or leave the font out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the versions that constraints.txt lists: `make setup` does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interventions apply to the loaded model only. Compare the other model without interventions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has no attention heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has only {n} neurons left to draw from. Ask for fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} of this model has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} of this model has no attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers {layers} of this model have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying the points out along the directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layouts are aligned between at least 2 layers, but {n} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since a word has no offset from itself: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since they do not hold {width} words: {n}, the first in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since they stand there twice: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since this model cannot spell all of their words ({n}): {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since this model cannot spell both words ({n}): {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {name} is not UTF-8 text (byte {data:#04x}). Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines can be {thinnest:g} to {thickest:g} times as thick, but {lines:g} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3.2, 1B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3.2, 1B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3.2, 3B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3.2, 3B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading openTSNE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading umap-learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 holds nothing transparent. Write WebM, WebP, GIF or PNG, or leave “transparent” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring Gaussian clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the contribution of every component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the contribution of every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the dimension of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the fans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the layouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the loss with it switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what each layer adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory holds {wanted:,} states of this model at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly all states are outliers, so there is nothing to measure. Choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons are not shown for this model: its layers have different numbers of them, and Orrery needs the same number in every layer. The other views still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tokens are no longer placed on the map of {what}. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files can be stored there. Set the environment variable {variable} to a folder on a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so Orrery speaks English. Install one, for example Noto Sans CJK (on Debian and Ubuntu the package fonts-noto-cjk), and start Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No laboratory answers the question {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of {name} holds {width} words. Write one group of {width} on each line, for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded: choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is named: give a name from `models`, a hub id, a folder or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No string of {length} brackets ends at depth {depth}. Choose an even depth from 0 to {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No string of {length} brackets ends at depth {depth}. Choose an odd depth from 0 to {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No theme in {folder} can be read ({name}: {why}). Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token of the prompt holds the subject {subject!r}. Type other words of the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No view of the figure can be moved by a {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise must be drawn at least once, not {draws} times. Choose 1 or more draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is left out of the fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these points is used for the layout. Select others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves: add [[film.motion]] with a kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offsets are compared with those of shuffled pairs, which takes at least 3 pairs that this model can spell, but there are {n}. Write one pair on each line, for example France Paris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only attention and neurons can be recomputed, not {quantity!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {most:,} of {n:,} lines are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {alphabet} can be used, but character {position} is {character!r}. Take it out and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise components of that kind in this model. Choose another kind, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise how layer {layer} of this model builds its {kind}. Choose another component, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of layer {layer}. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of this layer. Choose another layer, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of this model. Choose another model for this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the {part} of every layer of this model. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not recognise the {part} of layer {layer}. Choose another component.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery does not work with {library} {release}: a part that it uses is missing or has changed ({said}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery lost track of this run (an internal error). Run the prompt again. To be reported: {cached} positions cached, {given} states given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery needs to write to {folder}, but it is read-only. Allow writing there, or set the environment variable ORRERY_CACHE to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery needs to write to {folder}, but that failed ({why}). {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel {index} has two flights: name another panel for one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel {index} has two motions in steps (generation, sweep): name another panel for one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels {one} and {other} stand in one place (row {row}, column {column}). Give one of them another row or column, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet files need the package pyarrow, which is not installed: name a file that ends in .csv, or install Orrery with its extra &quot;parquet&quot; (pip install -c constraints.txt -e &quot;.[parquet]&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patching layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing further paths on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the analogy on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the fans on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the path through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions 0 to {last} can be read, but {start} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 1.4B, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 160M, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 1B, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 2.8B, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 410M, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pythia, 70M, trained on the Pile in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot paint this figure. Choose another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen2.5, 0.5B, base, many languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen2.5, 0.5B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen2.5, 1.5B, base, many languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen2.5, 1.5B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen3, 0.6B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen3, 0.6B, tuned, with a thinking mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen3, 1.7B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen3, 1.7B, tuned, with a thinking mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking all neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading every neuron&apos;s output weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the activation of every neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the bundled openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the neuron along a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the texts of further paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what may come next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recomputing the attention of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running all texts without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running both text sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the other half of the texts without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the sample text through the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the text set without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the texts to choose a neuron on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the texts to choose neurons on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the words through the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of one or more tokens each are needed, and a map of states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring heads on repeated random tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the true neighbours of each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the environment variable {variable} to a folder with a shorter path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffling the pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller models that would fit: {models}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 1.7B, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 1.7B, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 135M, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 135M, tuned to follow instructions (the default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 360M, base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2, 360M, tuned to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solving analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solving the analogy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings could not be used and are back at their defaults: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Orrery ({kind}: {error}). The run so far is kept; the details say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of shape [T, {d_model}] were expected, but {shape} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings of {max_pairs} brackets and a start token do not fit into a context of {context}. Choose at most {pairs} pairs, or a longer context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch chat off to continue the text as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching candidates off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching components off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching components off one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching heads off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching neurons off together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking means over the sample text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {length:,} brackets; this bracket model reads {longest:,} at most (a context of {context}, one for the start token). Type a shorter string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {n:,} brackets, but {most:,} at most can be read. Type a shorter string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hugging Face hub ({repo})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Python package index ({package} {version})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attention weights this model reports belong to another computation than the one it runs (its logits differ by {worst:.2g}), so they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis {what} has no direction: both ends are the same vector. Choose two that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis {what} is a combination of those before it, so it would add nothing. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe cannot be read ({why}). Use one that was saved with a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} has too little memory for {batch} examples at once. Train with a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} should be the weights of a model but cannot be read ({why}). Take another checkpoint, or train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} should describe a model but cannot be read ({error}). Train it again, or use another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled map {name} is damaged ({why}). Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim needs “at_least”, “at_most”, “equals”, “more_than” or “less_than”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fenced block is only allowed right below a step&apos;s heading, and holds its state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heading inside a step is not allowed: begin another step with “## ”, or make it bold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heading is shown in large type: {most} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A histogram needs at least 1 bin, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson can have {most} steps at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson has to begin with front matter in TOML between two lines of +++.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line is not allowed: begin another step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link is not allowed: lessons are given without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map needs at least {fewest} points, but {n} were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map shows {most:,} features at most, but these are {n:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix cannot be shown in this way. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moving average is taken across 1 to {most} rows and columns, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number needs either “what”, or “view” and “name”, or one of “sum”, “difference” and “ratio”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture has {n} numbers, but {met} were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is not allowed: name a view in the step&apos;s state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of {n} tokens holds no text. Choose a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plane needs two different weights. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plane through minima needs three different starts. Choose other ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A polynomial of degree {degree} has {size} coefficients, but there are only {n} different x: infinitely many go through all points. Choose a degree up to {most}, or add points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation is not allowed: write a paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run needs a “prompt”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table is not allowed: a view shows it, or a list says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All points have the same x: any line through their middle fits as well as any other. Move one of them sideways, or choose degree 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option is a text, a number, or true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 1 and {most:,} characters can be written, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 1 and {most} stretches can be measured, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes must be whole numbers from 0 to {last}, but {met} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the features&apos; directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing singular values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count one of {units}, in one of the alphabets {alphabets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending from several starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries are trained with topk or relu here. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: {n} numbers of hidden layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: {n} numbers of the last hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: {n} pixels of each picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the shuffled matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each drawn point should be {columns} numbers, but {part} was met. Clear the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point should be 2 numbers, but {met} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature {index} of the dictionary {name}: {hook}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features of {n} dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating the model&apos;s continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML is not allowed: text is plain, with **bold**, *italic* and `code`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers such as 32, 16, but {typed!r} was typed. Type one number for each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers such as 4, 4, but {typed!r} was typed. Type one number for each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers should be whole numbers such as 4, 4, but {text} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {text} the model&apos;s tokens go across the end of the word, so no state stands for it. Put a space or a full stop behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made on a model whose writing weights were centred: each position&apos;s mean is subtracted first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} does not exist: this model&apos;s layers are 0 to {last}. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers have no such matrix. Choose one of attention or of the MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {name} is not UTF-8 text (byte {byte:#04x}). Save the file as UTF-8, or name a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for 1 to {most} letters or words in a row, not for {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the dictionary on held-out text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the loss over the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the model on held-out text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No laboratory brings points called {of!r} to a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has two numbers. Write a point a line, x before y, such as “1, 2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terms are given. Write some, parted by commas, such as “1, x, sin(x)”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weight of this matrix is a finite number. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to measure: every position is the first of its text or an outlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was trained yet with these settings. Train first, then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only 1 character is held out of so short a text: bits per character say little. Take a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {most:,} characters were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {n} characters are held out of so short a text: bits per character say little. Take a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of two classes at least are needed. Click into the plane to draw some of each, or open a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions are written all, last, generated, or like 3,5-8 or 5- (from 0 on), but “{text}” was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries, keys and values were not told apart in this model. Choose a matrix by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} has one column only (“{cell}”); two numbers are expected, x before y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} has {cell}; numbers between −1e100 and 1e100 are expected. Choose another unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} has “{cell}” where a number is expected. Correct it, or leave the cell empty to skip the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singular values are computed of matrices whose smaller side is at most {most:,}, and this one&apos;s is {n:,}. Choose a smaller matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {start} broke off at step {step}: at a learning rate of {rate:g} the numbers overflow (NaN), so there is nothing to lay a plane through. Choose a lower rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text before the first step belongs to none: begin a step with “## Heading”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That makes {n} texts, but at most {most} are read. Take fewer words or templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MLPs of this model are of a form that Orrery does not recognise. Choose a matrix by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MLPs of this model have no gate. Choose “up” or “down”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera&apos;s distance is a share of the one that frames all, {nearest} to {furthest:.0f}, but {distance:g} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of models {path} is damaged ({why}). Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change of {site} must name positions from 0 on, or none to mean all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes of the examples must be 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code must have 1 to {most} dimensions and noise of 0 to 10, but {width} and {noise} were met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of the theme {name} cannot be read from {path} ({why}); those of {other} are shown instead. Installing Orrery again brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The component must be one of {parts}, not {part!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the hub broke off in {name} of {repo} ({error}). Try again; what came so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device has too little memory for this: {needed} at once was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary has no threshold, so which latents are active depends on the batch they are read in. Take one that was trained on until its threshold was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary multiplies activations by a factor that brings their mean length to the root of their number, but does not tell the factor. Open it under Published dictionaries: there it is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary reads {name}, which Orrery does not. It reads resid after a layer, the attention output, the MLP output and the neurons: take a dictionary of one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary {name} has changed, or is of another width. Show the map again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary {name} is not the one that {feature} was chosen from: it has been trained or replaced since. Choose the feature anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary {title} reads {d:,} numbers, but {what} has {width:,} in this model. Choose one that was trained on this model, or load its model ({model}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary&apos;s architecture is {architecture} with {function}, which Orrery cannot compute. It computes SAELens&apos; standard, topk, jumprelu and gated ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary&apos;s class is {told}, which Orrery cannot compute. It computes {those}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dimension is measured of {fewest} to {most:,} states, not {n_states}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder could not write the film: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not start. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended before the picture was whole. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended by itself (exit status unknown).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended by itself (exit status {code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended by itself (signal {name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not answered for {seconds:.0f} seconds: it may be busy with something large, or hang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine was asked to stop {seconds:.0f} seconds ago and has not done so yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine was killed from outside, most often by the system because memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples have {met} inputs, but the net takes {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples hold values that are not finite numbers. Take those rows out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure could not be written to {path} ({why}). Free some space there, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure could not be written to {path} ({why}). Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} with the texts in {language} is damaged ({why}), so Orrery speaks English. Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that were downloaded whole are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film could not be written to {path} ({why}). Free some space there, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film goes from {what} {first:g} to {last:g}, but the run has {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {most} of {n:,} lines were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {share:.2g}&#xa0;% of each of the {n:,} files is used ({size:,.2f} MB, {encodings}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {share:.2g}&#xa0;% of the file is used ({size:,.2f} MB, {encodings}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fit failed: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fit gave points that are not finite. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fit needs about {need:.1f} GiB of memory. Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handwritten digits come with scikit-learn, whose file cannot be read ({why}). Install scikit-learn again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sent nothing of {name} of {repo} for {answer_within:.0f} seconds. Try again; what came so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interventions change layer {lowest}, so the run must be recomputed from there, not from layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laboratory {name!r} could not be loaded ({kind}: {error}), so it is of no use now; the others work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of this model have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout of this map is there no more. Choose the map or its layout again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate should be a number from 0 on, such as 0.03, but {text} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {library} is missing ({said}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be kept in {folder} ({why}; it takes {size:.1f} MiB). It can be used until Orrery closes; free some space to keep the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of {what} is not open. Show it first, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of {what} is not open. Show it first, then measure it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map was exchanged meanwhile, so nothing is measured on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map&apos;s layout changed; the path is being drawn again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map&apos;s points are numbered 0 to {last}, but {index} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapper process ended by itself during the fit (exit code {code}); it may have run out of memory. The present layout stays; start the fit again, or choose fewer neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method must be one of {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric must be one of {metrics}, but is {metric!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be saved to {path} ({why}). What was saved before is untouched and the training is still in memory. {elsewhere}, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no logits, so nothing can be said of what comes: choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no logits, so there is nothing to draw a token from: choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} could not be loaded. Get it again from its source; if that does not help, it may need a newer version of transformers. (Details: {why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs {needed} on {device} in {dtype}, but {free} are free there, and {all} on all GPUs and in main memory together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs {needed} on {device} in {dtype}, but {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s logits are not finite numbers (NaN or infinity): its weights are damaged, or its states overflow in this precision. Get it again from its source, or load it with dtype float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modified model&apos;s logits are not finite numbers. Use a smaller scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of the classes should be words, but {met} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net has no hidden layer whose width could be varied. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise must be above 0, not {noise:g}. Choose about 3 standard deviations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of tokens must be 0 or more, but {n_tokens} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number {name} stands neither in the text nor in a check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of {name} cannot be read. Choose another matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} is a number, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} is on or off, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} is one of {choices}, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} is {what}, but {value} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} lies between {low:g} and {high:g}, but {text} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {name!r} lies between {low:g} and {high:g}, but {value:g} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {of!r} is a text: say which ones the sweep goes through, in “values”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of single heads could not be found in this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is too small for {count} panels with their titles and the caption: panel {number} would have {wide} x {high} pixels. Make the page larger or the text smaller, or leave some of it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The palette {name} cannot be read ({why}). Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phase diagram has columns 0 to {last} and 1 to 64 starts, but {index} and {starts} were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points hold values that are not finite numbers. Take those rows out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset {name!r} cannot be used: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is empty, and this model has no begin-of-text token: type at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is {n:,} tokens long, but this model takes at most {context:,}: shorten it by {over:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt style is {n} tokens long, but this model reads {context}. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt was not read to its end, so it cannot be continued: run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio of further pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio of mid-near pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded run {name} cannot be read ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded run {name} is cut short, or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording could not be written to {file} ({why}). Choose another folder with --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of these words hold NaN or infinity, so they have no direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run holds token {token}, but this model&apos;s vocabulary is numbered 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run of the step “{heading}” of {name} could not be made. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run so far is kept; restart the engine to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was made by {name} ({sha256}), but the model given is {given} ({given_sha256}): only the run&apos;s own model can complete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s tokens do not form a tree, so it cannot be continued: open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample text gave no tokens, so this space has no background. Check the tokenizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample text in {folder} cannot be read ({why}). Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample text&apos;s states hold NaN or infinity, so there is nothing to map. Try dtype float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale of {site} must be a finite number, not {scale}; 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed must be 0 or a larger number, not {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed must be 0 to {last}, but is {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence has {n} tokens, but 2 to {most} are needed. Change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The separator can have up to {longest_word} characters. Type a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The set {name} has {n} texts of two tokens or more, but two are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved to {path} ({why}): what you choose lasts until the window closes. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {path} could not be read ({error}), so Orrery starts with its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spec cannot be used: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed limit must be above 0 tokens per second, but {tokens_per_second} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steering vector {title}, added at {hook}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored map {name} is not usable ({why}); it is fitted again when asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength of {label} is a number from {least:g} to {most:g}, but “{text}” was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject {subject!r} is not in the prompt. Type words exactly as they stand in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The term {term} has no value at x = {x}. Move or remove that point, or choose other terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms are longer than {most} characters. Leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text gives {n:,} positions to train on at once, but a batch is {batch:,}. Choose a smaller batch, or a longer text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds token number {token}, but this model&apos;s vocabulary is numbered 0 to {last}. Load the model that made this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds token {token}, but this model&apos;s vocabulary is numbered 0 to {last}: load the model that generated it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is a single token, and the first token is not counted. Choose a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text names {{{name}}}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text {title} gives {n} pieces of {context:,} tokens, but {fewest} at least are needed. Name a longer text, or choose a smaller context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts in {language} are missing, so Orrery speaks English. Install Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The third column of {name} should hold 2 to {most} classes, but holds {n} ({first}). Give each point one of a few classes, or learn a function of x from two columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer gave token {most}, but the model&apos;s vocabulary is numbered 0 to {last}: they do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer in {folder} cannot be read ({why}). Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer in {folder} names {token} as its {role}, which is none of its tokens. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vector {title} has {n:,} numbers, but {what} has {width:,} in this model: make it again with this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vector {title} has {n:,} numbers, but {what} has {width:,} in {name}: make it again with this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vectors of these points hold NaN or infinity, so there is nothing to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vectors to be mapped are no longer shared. Open the space again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {name!r} needs the model of the run, and the file does not name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {name!r} needs the model that made the run, {model}, which could not be loaded: {why} (`models` lists and downloads models; --model names one.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {view!r} cannot be drawn here: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {view!r} cannot be read at {wide:g} mm x {high:g} mm with text of at least {least:g} pt: {said}. {ask}, or for smaller text (--text-size), which is then kept to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {view!r} has no camera; leave the camera out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {view!r} has no option {name!r}; it has {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {view!r} is drawn with OpenGL, which draws at most {largest_gl} pixels a side, but {width}x{height} was asked for. Ask for fewer pixels or dots per inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {views!r} has no camera: a {kind} needs the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: tensors have other shapes. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: that says {blocks:,} layers, and there are {n_tensors:,} tensors. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: {n} tensors are missing or of another shape ({wrong}). Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: {n} tensors of layers have no place in it ({over}). Get the model again from its source, or choose it in another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {folder} hold no tensor {tensor}; name the token embeddings with --tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window must be 0 layers (automatic) or more, not {window}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} must be {wanted}, but {value} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are densities 0 to {last}, but {index} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no examples to learn from. Add at least one point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no points here. Write one a line, x before y, such as “1, 2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no states of row {row}: this model has the input (0), those after layers 0 to {last} (1 to {layers}), and those after the final norm ({normed}). Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no tokens to run: give the model at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are tables of 1 to {most} letters, not of {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are tables of 1 to {most} words, not of {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {n} points; up to {most} can be fitted here. Leave some of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {n} terms; up to {most} can be fitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {size} coefficients and only {n} points: infinitely many curves go through all of them. Add points, or choose fewer terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an answer, but no question: begin a paragraph with “Question:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bracket model {name!r}. Choose {names}, or the folder of a bracket model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bracket to look at. Type some of {alphabet}, for example (()).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint {name!r}. Choose {two_blocks}@0 to {two_blocks}@{last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dictionary {name}. Choose another one, or train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no feature F{feature}: this dictionary has F0 to F{last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no feature {index}: the dictionary {title} has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no figure in it: begin one with [[figure]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no film in it: begin one with [[film]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}, so the figure could not be written there. Name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no font {family!r} on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no head L{layer}.H{head}: this model has {layers} layers of {heads} heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no head {index}: each layer of this model has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no head {index}: each layer of {name} has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no head {most}: each layer of this model has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {layer}: this bracket model has 0 to {layers}. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {layer}: this model has layers 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {layer}: {name} has layers 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map of hidden states for this model: Orrery cannot read its hidden states. Choose the token embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no neuron {index}: each layer of this model has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no neuron {index}: each layer of {name} has 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no palette {name!r}; there are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no point {index}: this map has points 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position {at} in a text of {length} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sentence. Type one that either name could complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no state {layer}: this model has 0 (the input) to {top} (after L{last}, the last).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no state {layer}: this model has 0 to {top}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step in it: begin one with “## Heading”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no string to compare on. Type one, or draw some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such head: this model has layers 0 to {last} of {n_heads} heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such part of this matrix, or it is too large to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template. Type one with {{first}} and {{second}} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text file or folder {path}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to compare on. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to continue. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to continue: type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to take means over, so no head can be replaced by its mean. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to take means over. Put one of the names into the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text whose inner workings could be computed: type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text whose layers could be read. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text whose motion could be measured. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text whose path through the layers could be shown. Type a prompt and run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text yet, so there is no attention to show. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text yet. Type a prompt and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme {theme!r}; there are {theme_names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no view {name!r}; there are {views}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save yet: run a prompt first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one kind of bracket or there are two, not {kinds}. Choose 1 or 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be up to {layers} hidden layers of 1 to {units} neurons, but {text} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be 2 to {most} colours and shapes, but there are {k} and {s}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be {fewest} to {most} words for {kind}, parted by commas, but there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {count:,} values, too many for a table ({most:,} at most). Save them as .npz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {n:,} points, but {most:,} at most can be used. Leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {n} dictionaries, but 1 to {most} can be trained in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These measures need at least {fewest} points, but this map has {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points determine none of the formulas. Add points, or choose fewer terms in one formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points do not tell the {size} coefficients apart: curves with very different ones fit as well. Choose a lower degree or fewer terms, or spread the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points have no words: select some of them for either end of an axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These three starts end on a line, through which there is more than one plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights are of another net. Train it again, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Orrery does not know how to do an intervention of the kind {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Orrery does not know interventions of the kind {name!r}: use the Orrery that saved them, or update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This block is not ended: put a line ``` below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a list of interventions saved by Orrery: it cannot be read as JSON ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a list of interventions saved by Orrery: the entry &quot;orrery&quot;: &quot;interventions&quot; is missing. Choose a .json file that was saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not TOML: {why}. Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layout is computed by the package {package}, which cannot be loaded here ({error}). Install it with “pip install {package}” in Orrery&apos;s environment, then fit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson has the format {format}, but this Orrery reads {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions has the format {get}, but this Orrery reads format {format}. Get a newer version of Orrery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions is damaged in row {number}: it names no component, or positions that are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions is damaged in row {number}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions is damaged: its rows are not a list. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of interventions is damaged: {site} is in it twice (row {number}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no {kind} device that PyTorch can use: choose {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map cannot be made: some of the model&apos;s vectors are so large that their length overflows. Load the model in float32 and open the map again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map cannot be made: some of the model&apos;s vectors hold NaN or infinity, so its weights are damaged. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map has points 0 to {last}. Select some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map holds vectors of {width} values, but met shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map was made from the texts “{texts}”; where they are is not kept with a run. Choose them again as the map&apos;s text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be shown: Orrery needs a decoder made of layers that pass on one hidden state per token. Choose a decoder-only language model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives no states to show: choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives no states, so nothing can be measured: choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no chat template: switch chat off to continue the text as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no matrix called {name}. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no position embedding: it tells positions apart in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no states to read. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no such matrix of its own. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no token to begin a text with. Choose a prompt style that has some words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no {kind} matrix to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no {matrix} matrix with a row for each token. Choose the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model never says {typed!r}: it forbids that token, whose probability is exactly 0. Name another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model reads {n} tokens at once: too few for a stretch of text that can be measured. Choose a model that reads more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no hidden states, so no head can be switched off. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no hidden states, so nothing can be compared. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no logits, so it cannot continue the text. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no logits, so its predictions cannot be shown. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no logits, so nothing can be compared. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no logits, so the copy has no probability. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model returned no logits, so there is no logit difference. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and this path has {n:,}: show a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and {length:,} would be needed: branch earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and {n:,} would be needed: draw shorter samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used ({why}). {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s chat template did not come to an end within {seconds:.0f} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s chat template takes more memory than it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s chat template writes more than {characters:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s token embedding has no rows of its own to read: choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer cannot read that text ({error}): its files are damaged. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer changes the text that it reads, so its bits per character cannot stand beside those of the tables. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer makes no token of that text: type something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s vocabulary can spell none of these analogies. Type other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s vocabulary cannot spell {text}. Type another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This net has hidden layers 0 to {last}, but {layer} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This net has no weight {place} that could be {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This net is saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paragraph says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no token number {node}: they are numbered 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was made with an intervention of the kind {name!r:.100}, which this Orrery does not know: open it with the Orrery that saved it, or update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This spec has the format {format}, but this Orrery reads {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has no letters from a to z: nothing can be counted in this alphabet. Choose “as written”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This training is of another net. Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This training needs {needs:.1f} GB of memory, but {free:.1f} GB are free. Choose fewer latents, or a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token id {text} does not exist: this model&apos;s ids are 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token number {asked} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token number {number} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token number {token_id} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Choose a number in that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token number {token} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little of this text is held out to measure a model on it: {n} characters. Take a text of some pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training nets from several starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training nets of several widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped at step {step:,}: at a learning rate of {rate:g} the numbers overflow (NaN). The net is kept as it was before; choose a lower rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped at step {step:,}: at a rate of {rate:g} the numbers overflow (NaN). Choose a lower rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the bracket model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the net that reads digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the toy model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another number of neighbours or another minimum distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another number of neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another perplexity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying every scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two branches are compared position by position, but these tokens are at different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two figures are written to {out!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two films are written to {out!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two or more points are needed, so that some can be held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two points at least are needed. Click into the chart to draw them, or open a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence: each of its letters and words is looked up in the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence: the model says how surprising each of its tokens is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a shorter word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the token whose neurons are to be found, for example Paris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP gave points that are not finite. Try another number of neighbours or another minimum distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {terms} of {columns} terms can be tried together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model&apos;s safetensors files instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, or restart it; the run so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another program that fetches {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What begins with “{mark}” is not ended in its paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of these points is of another number of points than {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the fit takes is not known: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was downloaded so far was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was expanded so far was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of this training is damaged. Rewind it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would fit: {models}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number of the view is it? Its data export names each: give its “name”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {width:,} features and k {k} the numbers overflow (NaN) at a rate of {rate:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing notes on the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing on from each text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the weights of {name} (once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot write to the folder {folder}. Change that, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is 0 that others are divided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a piece has another length than it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a plot has no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is not a vector of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to 2^64 - 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 0 and at most 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry is called {name}, {hub}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object was expected, {found} was met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrangement of the views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b − a + c is zero for these words, so it has no place. Type other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b − a + c is zero for these words, so nothing is nearest to it. Type other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch must be {groups} or more, but is {batch}. Choose a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between 0.001 and 1000 (1 changes nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns of its table have no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine with the nearest direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density (log10 of the share of positions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the answer (bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit status {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a reason that was not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it announces {count:,} {what}, for which it is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a field of the unknown kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no files in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no novels in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {shape} points of {met}, expected {n} of {space}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is laid out by {algorithm}, with {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {most:g} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested more than {most_depth} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a serialised value of R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not text in UTF-8 at byte {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a record that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says nothing under {key!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alignment is {alignment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is {format}, expected {ours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header goes beyond its {size:,} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its records lie too deep in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tokens are none of its model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k is {k:,}, but there are only {width:,} latents. Choose a k of {width:,} at most, or more latents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key of {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}, column {column}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never go online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights in safetensors format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node {node} with parent {parent} stands where node {number} belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node {number} does not follow its parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing for the bundled openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only pickled weights ({name}), which can run any program when they are opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options of the views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part that can be hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resid after L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of a dimension to itself (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states after L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states after the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states at the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that config.json does not name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Hugging Face hub ({repo})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the MLP output of L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Python package index ({package} {version})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the attention output of L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub&apos;s cache on this machine ({repo})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neurons of L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number {digits} does not fit into 64 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number {digits} is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the places of the plane along one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reach of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor {name} ends beyond the file&apos;s {size:,} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor {name} has {count:,} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor {name} is of the unknown kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type the words here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is projected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked!r} is not a device: expected auto, {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked!r} is not a precision: expected auto, {dtypes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{called} takes LAYER.{kind}, from 0.0 to {layer}.{index} for this run, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{called} takes LAYER.{kind}, such as L5.{letter}1, but {text!r} was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cut} texts of {name} were cut to the model&apos;s context of {context:,} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} (It is Orrery&apos;s own copy: `models clear {name}` removes it, and then it is downloaded again.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} features in {dimensions} dimensions from {starts} starts are {numbers:,} weights, but at most {most:,} are trained at once. Choose fewer of one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{feature} control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{feature} was never active in the text it was measured on, so there is no maximum to count in. Choose another feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no text. Choose a file with some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} could not be loaded: its weights are in a form that needs a further library ({said}). Choose the model without that quantisation, or as a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has its weights only as {pickled}, a pickle, which can run any program when it is opened. Orrery reads safetensors only: fetch that format, or convert the file on a machine you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds a training already. Continue it with --resume, or name another --folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds no usable recipe ({why}). Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds no weights: {single} or {index} was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a decoder-only language model ({architectures}): Orrery shows models that continue a text token by token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a model in Hugging Face format: it has no config.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is of the architecture {kind}, which this version of transformers does not know as a language model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} lacks {n} of its {all} weight files ({some}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} needs program code from its own repository (auto_map), which Orrery does not run. Choose a model that transformers supports by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}/config.json is not usable ({why}). Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}/config.json says {architectures} where the names of architectures were expected. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folds} folds need as many texts in each set, but one has {fewest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} are free on {device} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held} of the pictures were held out: the model never saw them in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} names a weight file outside of the model&apos;s folder ({name}), which is not read. Get the model again from its source, or put its weights beside the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} names no weight files. Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} does not continue texts token by token: what it says of a token depends on those that follow, or it gives no logits for some. Choose a decoder-only language model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} a mixture of experts: no one row of neurons serves every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} an MLP of a form that Orrery does not recognise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} heads that are combined with one another before they are projected: none can be told apart or switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} no attention weights that could be read: something else mixes the positions there, or their attention is of an unknown form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} several attentions each, and Orrery shows one for each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} random tokens and their repetition are {total} positions, but this model takes {context}. Ask for fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} tokens and {n_tokens} more do not fit: this model takes {context}. Say the words fewer times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{link} with {n} neighbours is not a graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} others were passed over (empty, or no text).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} tokens cannot be read. Choose from {low:,} to {high:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} is not the name of a file. Name {what} in the spec&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, {further}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {other} have different vocabularies: their texts can be compared, but not their probabilities, so there is no KL and no common map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} arrived with a wrong hash (SHA-256 {expected}… expected, {found}… met), so it is not used. Try again later or from another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be saved to {folder} ({why}). {elsewhere}; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be saved to {folder} ({why}); it takes {size:.1f} MB. {elsewhere}; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} divides by numbers that are not above 0. Take another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not hold {member} ({error}), so it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say its activation. Write {topk} or {relu} into a config.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say where it reads. Put it into folders named as on the hub (gemma-scope-2b-pt-res/layer_20/…), or write a cfg.json beside it with hook_name and model_name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say where it reads. Put it into folders named as where it is published (resid_post_mlp_v5_32k/autoencoders/8.safetensors), or write location and layer into a config.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no files with anything in them. Choose a text file, or a folder of text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no published dictionary that Orrery knows: it reads the files of SAELens, Gemma Scope, OpenAI and dictionary_learning, as safetensors or npz. Choose the folder of one dictionary, or its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text. Choose a text file, or a folder of text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text. Name a file with some pages of text: tables are counted from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text. Put at least one line into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds numbers that are not finite in {part}, so nothing can be read with it. Take another file, or train the dictionary again at a lower rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {n:,} points, but {most:,} at most can be used. Leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {n} texts, but at least {fewest} are needed to choose on some and measure on others. Put one text on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {path} holds numbers that are not finite (NaN or infinity). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a safetensors file, but not a run saved by Orrery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its parts do not fit together ({why}). Save the run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty. Choose a text file, or a folder of text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than 1 MB; a table of up to {most} points is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not TOML: {why}. Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a dictionary that Orrery saved. Open it as a published one, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a list of interventions: it is not text in UTF-8. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a list of interventions: {error}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a model that Orrery knows: expected a name from the catalogue (`models` lists it), a hub id such as org/name, a folder in Hugging Face format, or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a run file, or it is damaged or cut short ({why}). Save the run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a text file. A table (CSV) is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a text file: it holds zero bytes, as programs and pictures do. Name a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is pickled, which can run any program when it is opened, so Orrery does not. Where you trust it, convert it in Python: safetensors.torch.save_file(torch.load({name!r}, weights_only=True), {to!r}), and keep its JSON beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a number from {low:,} to {high:,}, but is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be between {low:g} and {high:g}, but is {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, but is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {low:g} to {high:g}, but is {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs at least {fewest} points, but this space has {n}. The PCA layout shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs the config.json of its folder beside it, which tells its class and layer. Put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {repo} arrived with a wrong hash ({sha256}… expected, {found}… met) and was thrown away. Try again later or from another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {repo} has {size:,} bytes, but {start:,} came: something between here and the hub may answer in its place (a proxy, a log-in page). Try again later or from another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} should be a dictionary but cannot be read ({why}). Take another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} should have three columns in each row, x, y and a class, the first two numbers, but {met} was met. Save it as CSV with one point on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} should have two columns of numbers in each row, x and a value, but {met} was met. Save it as CSV with one point on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands in two weight files of {folder} (one is {file}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was fetched, but is no longer in {models_folder}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was saved by a newer Orrery (format {number}; this one reads up to {format}): update Orrery to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is a token: say which one in “text”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} empty lines were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} nets cannot be trained side by side. Choose 1 to 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows of {name} were left out: text in a number&apos;s place, or too few columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} states are left out of the fit and marked: the first of each text, and {others} whose norm is over {times:g} times the median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} states are left out of the fit and marked: the first of each text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} states of a text, as the model has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} texts of {name} were shorter than two tokens and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} texts were shorter than {shortest} tokens and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is a token, or computed itself: name numbers of the run or of a view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a lesson: a text file in Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a spec: a text file in TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file, or nothing for the bundled novels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file, or {instead}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as JSON ({error}). Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {said}. Use the model&apos;s safetensors files instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}). Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read as a GGUF model ({said}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({why}). {elsewhere}, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not hold a training ({why}). Move it away to start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not hold together: {problem}. Get it again, or from another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not say by what rule its text is cut into pieces (tokenizer.ggml.pre, missing in files made before May 2024), so the model would be given text as it never saw it. Convert the model again, or use its safetensors files instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not say of which step its weights are. Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not say which checkpoints it holds ({why}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a damaged safetensors header ({why}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a damaged safetensors header. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds a tokenizer of the kind {kind}, which cannot be read from a GGUF file. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no spec: it was not made by this version of Orrery. Name a spec (.toml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {n} books, not {most}: it is another version of the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {n} tensors that have no place in the model as it can be read from GGUF ({unused}), so what it computes would be another model. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is GGUF version {version}; versions 2 and 3 can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is neither a folder in Hugging Face format nor a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not Debian&apos;s package r-cran-janeaustenr ({why}). Fetch it with “apt-get download r-cran-janeaustenr” and name the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a GGUF file: it does not begin with GGUF. Choose a file ending in .gguf, or get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a safetensors file, or is cut off in its header. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is of a newer format than this program knows. Open it with a newer Orrery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is part {field} of {count} of a model that was split. Join the parts first (`llama-gguf-split --merge` of llama.cpp does it), and give the one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already, and not empty. Name a folder that is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already. Name another file, or give --overwrite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is truncated or damaged ({error}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is truncated or damaged ({said}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is truncated: {expected:,} bytes expected, {size:,} met. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lacks {n} tensors of the model ({missing}). Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} names no recording: add “recording = &quot;{stem}&quot;” to its front matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} names {named} as the rule by which its text is cut into pieces (tokenizer.ggml.pre), which is not known here, so the model would be given text as it never saw it. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} should be a net that was saved here, but cannot be read ({why}). Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} should hold a training to continue, but does not ({why}). Start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} should hold a training to continue, but does not ({why}). Train it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} stretches its positions ({kind} rope scaling), which cannot be read from a GGUF file. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} stretches its positions in a way that cannot be read from GGUF. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was expanded, but is no longer in {models_folder}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answered something that is not a list of files: something between here and the hub may answer in its place (a proxy, a log-in page).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answered something unexpected ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} cannot be reached ({error}). {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer in time. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer within {answer_within:.0f} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer: there is no network, or pip&apos;s index settings do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not deliver it: pip says &quot;{errors}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} does not exist, or is private. Check its name; for a private one, sign in with `hf auth login` or set HF_TOKEN to your token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has no config.json, so it is not a transformers model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has {why}. Choose a model with safetensors weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is gated: accept the licence on the model&apos;s page, and sign in with `hf auth login` or set the environment variable HF_TOKEN to your token; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} needs pip, which this Python ({python}) does not have: run `python -m ensurepip`, or `make setup` again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} refused with HTTP status {advice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} was not asked, because HF_HUB_OFFLINE is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} needs to write to {folder}, but that is not allowed ({why}). {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} needs {n_bytes} on a disk, but {folder} is not on one. Set the environment variable ORRERY_CACHE to a folder on a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} needs {n_bytes} on the disk of {folder}, but {free} are free. Free some room, or set the environment variable ORRERY_CACHE to a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} stopped because the disk of {folder} is full ({free} free). Free some room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purpose} stopped because {folder} cannot be written to ({why}). {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repo} was fetched, but is no longer in {models_folder}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.2g} × the state&apos;s norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {amount} × its length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {amount} × its length ({norms})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {amount} × its maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {amount} × its maximum ({norms})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} cannot be changed: Orrery does not recognise how this model builds it. Choose another component, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} is changed at “{where}”, which a run that is not there yet does not have: name positions, such as 3,5-8 or 5-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} is changed twice: give each component one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} is to be replaced by its mean, but no reference text was run to find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spec} is not in Orrery&apos;s cache ({models_folder}), so there is nothing to clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spec} is not on this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spec} was expanded from {source} by an earlier version of Orrery, which cut some texts into other tokens than the model knows. Open that file again: it is then expanded anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: sign in with `hf auth login`, or set HF_TOKEN to a token that may read this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{template} must hold {{first}} and {{second}} once each: that is where the words are put.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is not a text in quotation marks, a number, true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is {n:,} characters long. Type a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed!r} is {n} tokens in this model, but a single token is needed. Type a shorter word, or a token&apos;s number as #123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed} does not occur in the text behind this map of states, so it has no state there. Choose a word of that text, select points, or take a longer text as the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be read: Orrery does not recognise how this model builds them. Choose resid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} could not be loaded: its files do not fit together ({why}). Get the model again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} has the shape {shape} of {dtype}, not {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} has {count} nodes and records of another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} holds numbers that are not finite (NaN), so nothing can be learnt from it. Load the model with dtype float32, or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} names no features of dictionaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} names no points of the laboratory of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {name!r} lies outside the spec&apos;s folder. A spec that came from someone else must not read or write elsewhere: move the file there, or allow it with --outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} holds weights that are not finite ({name}). Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} holds {held:,} numbers, but the recipe beside it is of a bracket model of {n_weights:,} and more. Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} should hold the weights {name} of shape {shape}, but that {met}. The file belongs to another model or is damaged. Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, {width:,} features, L1 {l1:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, {width:,} features, k {k}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The training continues in memory, and is kept as soon as that works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is there twice. Name each word once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“difference” and “ratio” are of two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“first” and “last” are whole numbers here, but {first:g} and {last:g} were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“format = {ours}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“generate” takes 1 to {most_tokens} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“hold” is a time in seconds, 0 to 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“minutes” is how long the lesson takes, 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“model” is a name of the catalogue or a hub id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“model” is a name of the catalogue or a hub id: a place on one disk is not on another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“near” can be {nearest:g} to {furthest:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“options” is a table for each view: begin it with [options.VIEW].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“out” is the film&apos;s: its figure is not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“out” must end in {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“panel” is {panel}, but the figure has panels 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“place” is counted from 1: the most likely one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“play” is a list of texts, such as [&quot;step&quot;, &quot;wait 1&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“quality” can be 1 to 100 (0: as suits the format).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“recording” is the name of a file without folder and ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“seconds” is how long it takes, more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“start” is a second of the film, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“steps” can be 1 to 2000 (0: every picture).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“take” needs a token in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“temperature” is 0 to 10, “top_k” 0 or more, “top_p” and “min_p” at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tokens” is how many are generated, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tokens” is how many are generated, 0 to 999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tolerance” is 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“values” are those of an option; of {of} give “first” and “last”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“wait” takes at most {longest_wait:g} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is not a {what}; did you mean “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is not a {what}; there are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be true or false, but is {flag}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{line}” is not a gesture; there are {forms}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{mark}” stands alone: write \{mark} where the character itself is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can be {least} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a list of at most {most_entries}, but {value} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a table of texts, numbers, and true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a table, but {table} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a table: begin it with [{name}].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is missing: a lesson needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {kind}, but {value} was met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {value}, but the run has {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{term}” cannot be fitted as a term. Use x, numbers, + − * / ^, and {functions}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” names no component: write L10.N100 for a neuron, L5.H1 for a head, L5.mlp or L5.attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” names no intervention: write a component such as L5.H1=0, or a JSON object as Orrery saves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” would be cut, or lie over something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” is of no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” needs a “token”, with its leading space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” begins a paragraph of its own: put an empty line before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is {n} tokens in this model, but a name must be a single token.</source>
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
        <source>Slide 16:9, 1920 × 1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide 16:9, 3840 × 2160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide 4:3, 1600 × 1200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, one column, 85 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, two columns, 174 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poster, A0 across</source>
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
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ending of the name sets the format: .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder and file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name must end in .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists already and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists already: you are asked before it is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it by this figure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeatureMap</name>
    <message>
        <source>cosine of the directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation of the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the activations at the other&apos;s promoted tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearer to the feature that answers to the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} → {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value} (chance: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active together {lift} times as often as by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active at {density} of the positions, at most {largest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promotes {tokens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press Enter to put it in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random directions (control)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine with the nearest other direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of a dimension to itself (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}: {one} of the features, {other} of random directions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeatureMapView</name>
    <message>
        <source>Map of features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which features are linked with which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>co-firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features linked with one of them: by their directions, by firing together, or because one promotes the tokens that the other answers to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the text through the model and keep which features are active where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the large map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the directions of all features in the meaning space: UMAP and other layouts, coloured by how often a feature is active and more. A click on a point there chooses its feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers on the large map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with the features of all dictionaries of this model, coloured by their layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} directions of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around {feature} of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Read the text” runs {n} tokens through the model, to see which features are active where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see how the features of its dictionaries are linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for dictionaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dictionary of this model yet. Train one, or open a published one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No feature is linked so strongly with F{feature}: lower “Links from”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {n} features are linked with it more strongly than chance gives ({link} {chance}); the {m} strongest are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {n} positions of {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} weaker links are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No feature is chosen, so this is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the features have a nearest other direction at a cosine above {nearest} (random directions {random}), and a share of a dimension above {own} to themselves (random {own_random}; {d} dimensions for {n} features leave {mean} for each).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features around one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features linked with the chosen one, or how close the directions of all of them lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction (cosine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firing together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promoting the other&apos;s tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine of the directions; correlation of the activations over a text; or the share of a feature&apos;s activations that stand at tokens which the other feature promotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many features are shown around the chosen one, strongest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker links with the chosen feature are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a text file to read; empty reads the bundled novels, “sample” the bundled sample of many kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens of the text are read at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Features of a dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each direction answers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuronpedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sparse dictionary of the loaded model that is looked at, and how well it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} features of {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained variance {explained}, loss recovered {recovered}, dead {dead}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see the features of its dictionaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for dictionaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dictionary of this model yet. Train one, or open a published one.</source>
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
    <name>FigureFiles</name>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a spec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs of figures (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {n} figures; the first is shown, and saving would keep this one only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} names files outside its folder: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it only where you know who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure as a spec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spec could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spec was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names files outside its folder: make it with `main.py figure {name} --outside`.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Turntable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation, token by token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flight along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards and backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 (*.mp4);;WebM (*.webm);;GIF (*.gif);;Animated WebP (*.webp);;Folder of PNG pictures (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the figure composed in the workspace Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the film goes through, from its first value to its last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a second</source>
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
        <source>At its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file and make the film; the ending of its name sets the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composed figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} picture(s); you can continue working meanwhile.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save film</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Films</name>
    <message>
        <source>There is no run to film yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the film {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process ended. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film was not written. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of refits to other noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refits to other noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formulas that fit as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: a point at x {x}, y {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out points, ± one standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new points, from the true curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degree of the polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error (RMSE), logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen terms, held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best formulas, and what they predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as good as the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out error (RMSE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height in m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time in s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curve is fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold {fold} of {folds} is held out: error {held} on it, {fit} on the points fitted (RMSE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error on these points {fit} (RMSE); too few of them to hold any out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error on these points {fit}, on held-out points {held} (RMSE, {folds} folds).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At x = {x} the curve has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At x = {x} it predicts {y}; as many coefficients as points leave no spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At x = {x} it predicts {y}, {share} of the refits from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True there: {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out points are predicted best at degree {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out points are predicted best at degree {best}, within one standard error from {first} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is written in Chebyshev polynomials T₁(u) = u, T₂(u) = 2u² − 1, …: rounded powers of x would no longer give this curve, or are too many to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {n} formulas {alike} predict held-out points within one standard error of the best; at x = {x} they say from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out points {held}, on the points fitted {fit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at x = {x}: {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} row(s) without a number [is|are] left out: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {n}: x {x}, y {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual {residual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x {x}: fit {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the refits: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true curve {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degree {degree}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not determined without the held-out points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the points fitted {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out points {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out points {error} (one standard error: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be expected on new points {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FittingView</name>
    <message>
        <source>Fitting a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do points say about places where there are none?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tower of Pisa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve fitted to points that you can drag: what it predicts between and beyond them, and how wrong it is on points it has not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 1, x, sin(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new noise: the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this is on, a click beside the points adds one (Insert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the point that is chosen (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change of the points back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points from a file: two columns, x before y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit every sum of up to three of eleven terms, and compare them on held-out points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the fitted curve as a function of NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the right end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {most} points already, the most there can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: the fitted curve as a function of NumPy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fall from a tower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parabola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bell (Runge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a + b/x + c sin x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a + b √x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of drawn points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the points come from: a known curve with noise, or yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which curves are fitted: all sums of these terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the polynomial: 1 is a line, 2 a parabola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the noise on drawn points, in percent of the curve&apos;s range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points are drawn from the curve, at even steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the noise, the folds and the refits; the same seed gives the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into how many parts the points are cut, each held out once; as many as points: one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit without this part of the points, and see how far off they are; 0 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the points, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far past the points the curve is shown, in percent of their range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the spread of 400 fits to other noise of the same size is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known curve beside own points. Points that are drawn have theirs, unless it is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each gets a coefficient: 1, x, sin(x), 1/x, exp(-x), x^2 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict at x =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the curve predicts y; empty: at the right end of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point a line, x before y, as in a CSV file; or “1, 2; 3, 5”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>Pointer and marks of the presenter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit a language model reads and writes: a word, part of a word, a sign or a byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fixed list of all tokens a model knows, each with a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text you give the model to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of a token in the text, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of a prompt, the tokens generated after it, and what the model computed on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another continuation that starts from the same earlier text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score a model gives to a token before scores are turned into probabilities; only differences between logits matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula that turns logits into positive probabilities that add up to 1.</source>
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
        <source>How likely the model holds a token to come next, from 0 to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The cat sat.” is read as four tokens: The, ·cat, ·sat and the full stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the default model has 49,152 tokens, from single bytes to whole words such as “·because”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The best thing about AI is its ability to” is the prompt that Orrery begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt, prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “The cat sat.” the token “·sat” stands at position 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position, positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved with Ctrl+S it can be opened again later, and most views can be read from it without the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click another token in the list of next tokens: the text continues from there, and the earlier continuation stays in the view Branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch, branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line on the map through the tokens of a text, or their hidden states, in order; further paths show other texts, layers or interventions beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token of the text is one point of it, and the fan of next tokens begins at the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path, paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of two tokens whose logits differ by 1, one is e (about 2.7) times as likely as the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit, logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits of 2, 1 and 0 become 67 %, 24 % and 9 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token with 25 % comes once in four draws on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability, probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log₂ of the probability of the token that came: 1 bit for 50 %, 10 bits for about 0.1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A side of a coin has 1 bit, one of 1,024 equally likely tokens 10 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal, surprising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surprisal to be expected on average: how undecided the model is about the next token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four tokens with 25 % each have 2 bits, one with 100 % has 0 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (cross-entropy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean surprisal of a text&apos;s tokens; the lower, the better the model predicts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the tokens that came had 50 %, 25 % and 12.5 %, the loss is 2 bits per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n letters or words in a row; a table of n-grams holds how often each occurs, and so what may follow the first n − 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“qu” is an n-gram of two letters; in a table q is followed by hardly anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-gram, n-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surprisal of a text by its number of characters, so that letters, words and tokens compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of six letters needs about 1.6 bits a character of a novel; one without any knowledge needs more than 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measure, 0 or more, of how much one probability distribution differs from another; it is not symmetric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 50 % and 50 % to 25 % and 75 % it is 0.21 bits, the other way round 0.19 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence, KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that divides the logits before drawing: below 1 sharpens the distribution, above 1 flattens it, 0 means always the most likely token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>67 %, 24 % and 9 % become 87 %, 12 % and 2 % at temperature 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k / top-p / min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules that allow drawing only from the k most likely tokens, from the smallest group whose probabilities reach p, or from tokens at least a given fraction as likely as the top one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 50 %, 30 %, 15 % and 5 %, top-k 2 leaves the first two, top-p 0.9 the first three, and so does min-p 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k, top-p, min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that starts the random generator, so that the same settings give the same draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same prompt with seed 7 gives the same text twice on one computer, and most likely another text with seed 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed, seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer (block)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the equal stages of a transformer: an attention part and an MLP, each adding to the residual stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default model has 30 layers, L0 to L29.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer, layers, block, blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running sum of vectors at each position that every layer reads from and adds to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the default model it is 576 numbers at each position, from the input of layer 0 to the end of layer 29.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vector in the residual stream at one position after one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the spaces of the map, “hidden states” shows one point for each token after the layer that is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden state, hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vector a model looks up for a token; it is the same wherever the token stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“·bank” has the same one in a text on rivers and in one on money; only the layers tell the two apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embedding, token embeddings, embedding, embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix that turns the last hidden state into one logit for each token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the default model it is the table of token embeddings, used a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding, unembeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of a layer that decides, for each token, from which earlier tokens to copy information, and what to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default model has 9 in each of its 30 layers, 270 in all; L5.H1 is head 1 of layer 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention head, attention heads, head, heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention weights (pattern)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each token, numbers from 0 to 1 that sum to 1 and say how strongly a head attends to each earlier token and itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of 0.1, 0.7 and 0.2: most of what this head copies to the third token comes from the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention weights, attention pattern, attention, attends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token, mostly the first, to which many heads give much of their attention although it says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the pictures of attention many heads have a bright first column and little else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of a layer that treats each position by itself: many neurons read the state, and their outputs are added back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the default model has 1,536 neurons in each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP, MLPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit of an MLP: it has an activation and adds its output vector times that activation to the residual stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L10.N100 is neuron 100 of layer 10; its sliders in Interventions turn it off, down or up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron, neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number (or vector) a component computes for a given text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Neuron details the text is shaded by one neuron&apos;s activation at each token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation, activations, active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>massive activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An activation or state far larger than all others, typically at the first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of layer 15 of the default model the first token&apos;s hidden state is more than 100 times as long as most others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>massive activation, massive activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the model&apos;s final norm and unembedding to a middle layer&apos;s state, to read what it would predict there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its view read a column from the first layer to the last: where does the final prediction first appear?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splitting a logit into the amounts that each component added to it directly; effects through later components are not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A logit of 12 may be 3 from attention, 7 from the MLPs and 2 from the embedding: the parts sum to the whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logit of one answer minus that of another; positive means the model prefers the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mary 15 and John 12: the difference is 3, so Mary is e³, about 20 times, as likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indirect object identification: the task of naming Mary after “When Mary and John went to the store, John gave a drink to”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Mary give the drink instead of John, and the answer to be expected is John.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IOI, indirect object identification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching a component off (output set to zero or to its mean) and measuring what changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put L5.H1 on the list of interventions with scale 0 and compare the next token with the original model&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation, switch off, switches it off, switched off, switching off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting activations from one prompt into a run on another, to find which of them carry the difference between the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a hidden state from “Paris is the capital of” into “Rome is the capital of”: where does the answer turn to France?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation patching, patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoiling the subject&apos;s embeddings with noise, then restoring single states, to find where they bring a fact back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoil the name of a tower with noise and restore one state at a time: where is its city named again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribution (gradient × activation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fast estimate of what switching off each component would do, from one forward and one backward pass; it can be wrong where the model is not linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Find components the column “estimated” is made so, and “measured” beside it by switching off for real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient × activation, attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A head that, where a token occurred before, attends to what followed it, so that the model repeats it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “cat dog sun cat dog” it makes “sun” likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction head, induction heads, induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear formula fitted to read a quantity from hidden states; success shows the quantity is present, not that the model uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Brackets: depth probe one reads the number of open brackets from the hidden states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe, linear probes, probe, probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neural net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of neurons: each adds up what comes in times its weights, adds a bias, and passes the sum through an activation function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Playground: a neural net every line is a weight, and each neuron shows what it answers over the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neural net, neural nets, neural network, neural networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a neuron does to its sum before it passes it on: tanh and sigmoid flatten large values, ReLU cuts off those below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it any number of layers would be no more than one: in Playground choose linear, and no border bends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation function, ReLU, tanh, sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss would change with each weight; training moves all weights a little against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Playground its size is drawn for each layer: it shrinks as the loss comes to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient, gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move along the gradient in one step; too large a rate makes the loss grow until the numbers end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1e9 into “Learning rate” in Playground: the training stops and says at which step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training by small steps: every weight is turned a little in the direction in which the loss falls most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “From scratch” the loss landscape shows the path of such steps as a ball that rolls downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent, descent, descents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights from which every small step raises the loss, although other weights, farther off, have a lower one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of eight descents over two weights seven can reach a loss of 0.04, and one stay in a valley at 0.61.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minimum, local minima, minimum, minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing a curve so that the squares of its distances from the points have the least sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Fitting a curve, a point that is dragged away pulls the line after it, the farther the more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares, residual, residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning the chance of the examples besides the rule: right on what was seen, worse on what was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Fitting a curve, degree 7 goes through all eight points and is far off beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding out one part of the data after the other, and measuring the error on the part held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Fitting a curve, the chart on the right shows that error for each degree, with its standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-validation, held-out points, folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting again to data drawn from one&apos;s own, to see how far a result hangs on chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Fitting a curve, the band holds 90 % of 400 curves fitted to noise drawn again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap, refits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More features than dimensions in one vector: their directions are not at right angles, so each disturbs others a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five rare features stand in a plane as a pentagon: reading one brings in a little of the other four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superposition, superposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How seldom a feature is there: 1 less its density, the share of examples in which it is not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At density 0.1 a feature is there in one example of ten; its sparsity is 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparsity, sparse, density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality of a feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share D of a dimension that a feature has to itself; 1 where no other shares its direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an antipodal pair D is 1/2, in a pentagon 2/5 for each feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA / UMAP / t-SNE / PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to lay out vectors in 2 or 3 dimensions: PCA keeps the directions of largest variance; UMAP, t-SNE and PaCMAP try to keep near neighbours together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of layouts on the map changes between them, and the points move over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA, UMAP, t-SNE, PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of a point&apos;s 15 nearest vectors in all dimensions are among its 50 nearest on the map; it tells how far to trust the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 % means that of a point&apos;s 15 true neighbours four or five are near it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours kept, neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each number replaced by the mean of those around it; it makes soft patterns even of numbers drawn by lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Weights as pictures averages of 64 × 64 weights stand beside those of the same weights shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving average, moving averages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly a matrix stretches one of its own directions, each at right angles to the others; the largest is the most it stretches anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix of rank 1 has one that is not 0; one of random numbers has many of nearly equal size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular value, singular values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many directions a matrix works, small ones counting little: exp of the entropy of its singular values divided by their sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of ten equal singular values it is 10, of one large and nine tiny ones about 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How heavy the tails of a distribution are: 0 of a normal one, more where numbers far out are more frequent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of one matrix may have 1.6: far more large ones than a normal has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess kurtosis, kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word or explanation has this in it. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words and what they mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadModel</name>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadScoresView</name>
    <message>
        <source>random tokens said twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction, previous-token, duplicate-token …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous token head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate token head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated random tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores every head for five simple habits, for example attending to the previous token or copying what followed last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the heads are coloured by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that the scores are measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the strongest induction head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>on the text on screen, means over {n} position(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>on {n} sequences of {length} random tokens, repeated once, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see the types of its heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stored attention on this text to score. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring every head on repeated random tokens. This needs the model and takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} heads score {at} or more (outlined)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing repeats in this text, so this score is not defined on it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadTableView</name>
    <message>
        <source>Head table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of every head on this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head in one sortable table: scores, entropy and mean distance of its attention on the text on screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention to score yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Means over {n} position(s) of the text on screen. Entropy in bits, distance in tokens, the rest as fractions of the attention.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{score}: {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest in each column: {list}</source>
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
    <name>HelloBye</name>
    <message>
        <source>No model is loaded yet. Choose one, and the words are run through it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are run through the model when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is not one word said several times and then another. With its model loaded, the words above are run through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are being run through the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar: probability that the word is repeated. Line at the switch: probability of the token that follows. Below: the most likely next token, ↻ where that is the repetition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two {word} have cosine similarity {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two {word} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of each {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is {n} tokens here ({pieces})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run file does not hold the model&apos;s token embeddings. Load the model to see them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} columns, but only {d} different ones: a token has the same embedding at every position, so repetition is a band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} columns, all different: no token occurs twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At their last tokens the two words have cosine similarity {c}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two words have cosine similarity {c}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model learned a vector for each position; a run file does not hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No positional encoding was found before this model&apos;s first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vector for each position, whatever token stands there: {d} different ones for {n} positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine similarity side by side {near}, {far} or more apart {distant}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no position vectors: attention rotates queries and keys, pair by pair (RoPE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest pair rotates {fast}° per token, the slowest {slow}°. Averaged over the pairs, a query and an equal key {n} positions apart keep {kept} of their product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no position vectors: attention subtracts a little for every token of distance (ALiBi).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {steep} loses most ({a} per token), head {flat} least ({b}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden states were not recorded in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the two pictures above (they differ by {x} at most).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly the sum of the two pictures above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly the token embeddings: position has not entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token embeddings times {s} (they differ by {x} at most): position has not entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not simply the pictures above: the model does more to them before its first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input of the first layer, as the run recorded it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One component of {d}, number {c}, makes up {s} of the squared norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{d} different columns now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value ({share} within)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From token 1 on, {share} of the values lie within the colour scale; the largest of all is {v} (component {c}, token {t}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} × {word}, another one has probability {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of another {word} stays below one half: at most {p}, after {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of {other} next is {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first {other}: most likely {token} ({p}); {other} again {q}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its probability is {p} after {n} × {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention was not recorded in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In layer {layer}, {n} of {h} heads spend over half of their attention on the first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most to the previous token: {head} ({p}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most to what followed this token earlier: {head} ({p}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has a single layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the first token it spends least in layer {a} ({p}) and most in layer {b} ({q}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what followed this token earlier: most in layer {c} ({r}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After L{layer}, {alike}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two words are most distinct {far} (by {a}), least {near} (by {b}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens, {p} points: a token has one point on this map, so the path stands still while it is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens, each at a point of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump into {word} is {p} of the map&apos;s width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this map of hidden states the path mostly stands still; it jumps into {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this map of hidden states the jump into {word} is {x} times the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few tokens to lay their hidden states out in a plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The states after L{layer} in the plane in which they differ most ({p} of their variance).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump into {word} is {x} times the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model ends the text at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps saying {word}: all {n} generated tokens repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {word} {w} times more, then “{token}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say {word} again: its next token is “{token}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy was {a} bits at the sequence&apos;s end and is {b} on average in what it generates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction activity: {a} on average in the sequence, {b} afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There it ended the text by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the word is repeated {p}, entropy {h} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most likely {token} {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token that follows {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of layer 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual stream {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotary position (RoPE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of the angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance bias (ALiBi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added to the attention score, from the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model expects next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelloByeGoesOnView</name>
    <message>
        <source>Hello/Bye: continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it keep saying bye?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degeneration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model generates after the repeated words, how sure it is, and how strongly its induction heads are at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the model generates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (greedy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: always the most likely token. 1: the model&apos;s own probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right of it: generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes after these words is not in this run. The model continues them once it is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the induction heads on repeated random tokens …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is continuing the words …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads: {names} (induction heads on repeated random tokens).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No head counts as an induction head; the closest are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next token {n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was generated after these words in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at}: {token}</source>
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
        <source>Hello/Bye: attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads over the repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the heads of one layer, and one head number in every layer, attend among the repeated words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show attention to the first token (the attention sink, which often takes most). Off: the colour scale is that of the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction of attention (square root)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From each token (down) to those before it (across)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries down, keys across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query ↓, key →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  All heads of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Head {head} of every layer</source>
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
        <source>Hello/Bye: similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states of the repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>representation similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How similar the hidden states of the repeated words are in each layer, and the path they trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden states of this run were not recorded, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6  Similarity {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8  Path {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6  Through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8  Path on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map of the vocabulary yet: it is made when the map of token embeddings is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours kept on the 2D map: {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} ({i}) and {other} ({j}): cosine similarity {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelloByeView</name>
    <message>
        <source>Run this sequence as the prompt, so that every other view shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hello bye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One word said several times, then another: embeddings, positions, hidden states and predictions, one column for each token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted: those the first word has most of on top, those of the second at the bottom, panel by panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer after which the residual stream is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After which layer the residual stream is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two words of one token each</source>
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
        <source>from the records of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the original model, without the run&apos;s interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{panel}, {what} {row}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word that is repeated first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the first word is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word that is repeated afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the second word is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between words: · is a space, ↵ a new line, ⇥ a tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted by the two words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>drag, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate (pan in 2D)</source>
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
        <source>wheel, + / -</source>
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
        <source>Select with a lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + drag, or B and drag, or B, arrow keys and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + Shift + drag, or L and drag, or L, arrow keys and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a token, return to a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through tokens, rays and names, and choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J / K, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a continuation of the look-ahead tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right click, or P</source>
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
    <message>
        <source>Next or previous step, or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down / Page Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black, freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer, highlighter, magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it, finely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow keys, Shift + arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the highlighter down, lift it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer, the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a pointer away, leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While presenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery shows a language model at work: its hidden states on a map, the tokens that may come next,
what each attention head attends to, and what changes when a component is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shown is computed on this computer from the model&apos;s own numbers; maps and estimates are marked as such.
Your text is never sent anywhere. The network is used only to download models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} · Python {python} · Qt {qt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache-2.0. The default model, SmolLM2-135M-Instruct, is by Hugging Face, Apache-2.0.</source>
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
        <source>attends {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who repeats what came before?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in-context learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this token occurred before, what followed it then, and how much less likely the model repeats that when single heads are switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to repeat yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” ({position}) occurs here for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” occurred at {earlier} and was followed by “{copy}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a token that occurred earlier in the text: click one in the token strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads are switched off one by one, in the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the copy: {intact}; without {head} {without}, without all {n} heads {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: switched off, below: replaced by the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads are switched off one by one when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of “{copy}”, 0 to {top}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntrinsicDimensionView</name>
    <message>
        <source>Intrinsic dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>participation ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TwoNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many dimensions the hidden states take after each layer, by two measures, beside Gaussian clouds of known dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hidden states are measured. More of them saturate later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UTF-8 file with one text per line; empty for the bundled sample texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled sample texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intrinsic dimension of the hidden states after each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see how many dimensions its states take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads texts and measures the states after every layer: up to some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: TwoNN {near} as the states are, {near_standard} standardised; a Gaussian cloud of {n} points that reads so has about {true} and {true_standard} dimensions. Participation ratio {ratio} and {ratio_standard}; a Gaussian in all {width} dimensions reads {full}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participation ratio: (Σλ)² / Σλ² of the covariance&apos;s eigenvalues. TwoNN: from the distances to the first and second neighbour; it saturates, so it is read beside clouds of known dimension. Bands: jackknife over texts (± 2 standard errors) and 95 % bootstrap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}, standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} of a Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {value} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensions of a Gaussian cloud of {n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian in {n} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Joined</name>
    <message>
        <source>{before}, {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}, {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}; {clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepStep</name>
    <message>
        <source>Keep this state as a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a heading and a few sentences, here or in the file. The page about writing lessons is in resources/lessons/README.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a lesson file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the step to a lesson file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lesson file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a lesson file with the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the step to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a lesson with the step</source>
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
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which component favours {token} here?</source>
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
        <source>Compare runs</source>
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
        <source>Name choice</source>
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
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alternative continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare two continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word2vec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear representation hypothesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layouts of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP against PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diversity of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree of next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laws of motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semantic laws of motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>participation ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TwoNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess the next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shannon&apos;s guessing game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polysemantic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compositionality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neural network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bigram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text generated by a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multilayer perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monosemantic features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>co-activation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>Loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a descent goes, and where it gets stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddle point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of a small model over two of its weights, from above and as a surface, with the paths of descents from several starts: some end in a local minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From another start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the descents run from their starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from other initial weights: the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the descents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move along the descents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of a model of {sizes} neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}: the loss over {one} and {other}, all other weights fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes}: the loss over the plane through three ends, of {n} weights each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending from several starts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths are seen from straight above: at their ends they are up to {d} away from the plane, and on the surface their height is their own loss, not the plane&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training that fixes the other weights broke off at step {step}: the numbers overflow (NaN), so they are those of its start. Choose a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} descent(s) broke off, the first at step {step}: the numbers overflow (NaN). Choose a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No descent has come to rest in a minimum yet: give it more steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} descents rest in a minimum, all at a loss of {low} (a constant answer: {flat}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} descents rest in a minimum, at {k} different losses from {low} to {high} (a constant answer: {flat}): some are stuck in a local minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of every descent, logarithmic (dashed: the best constant answer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards the second end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at right angles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {n}: loss {loss} at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broke off at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in a minimum: slope {slope}, least curvature {bend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not at rest at its end: slope {slope}, least curvature {bend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {n}: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
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
        <source>Learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model learns: a function of x by squared error, or points of two classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through three minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weights: all others stay, and only these two descend. Through three minima: the plane through the ends of three trainings of all weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the weight to the right, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the weight upwards, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the first start; the others have the next ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a step goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 3 or 4, 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function of the hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a step follows from the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of every descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many descents begin at other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the plane of two weights reaches to each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the descents that is shown; -1 is the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss as a surface</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageNeuronView</name>
    <message>
        <source>Language neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron, one language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language-specific neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse probing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the neuron that best tells one language from others, switches it off, and measures how much worse the model predicts each kind of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bars show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which neuron: the best, the second or the third.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, a hub id, a folder or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>french, german, chinese, code, numbers or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: name a model to compare with</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise of the loss, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of the neuron&apos;s activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much worse the model predicts {language} text with one neuron switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected among {tried} neurons on one half of the texts (AUC {auc}), measured on the other (AUC {held}): {texts} texts of {a} with {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One click ranks all neurons by how well they tell this language from all other texts, selects the one whose switching off raises the loss on it most, and measures the loss on texts that were not used for the choice. It takes some minutes for a small model on a CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: with the neuron switched off, the loss on {a} rises by {rise} ({low} to {high}), on no other text set by more than {most} ({set}, {least} to {top}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss rises more in the smaller model, and the intervals do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss rises more in the larger model, and the intervals do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per token, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise of the loss</source>
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
        <source>The intervals of the two models overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LawsOfMotionView</name>
    <message>
        <source>Laws of motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond chance, or not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resultant length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests over many texts whether their paths move otherwise than shuffled ones and random walks, and whether their fans point in a definite direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which vectors make the paths; where the map shows the same, it is measured too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many the original model generates after each text; 0 measures the texts themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (texts only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UTF-8 file with one text per line; empty for the 20 bundled openings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the 20 bundled openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure over the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laws of motion, {states}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see whether its texts move by any law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generates after each text, and takes one step of the model with 16 tokens at each position: some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{texts} texts, {steps} positions, {out} left out as outliers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the map of these states and measure again to have it measured on the map too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map, 3 dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not beyond chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference / standard deviation over texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured · control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond chance, above its control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond chance, below its control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured {value}, 95 % {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{control} {value}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference {gap}, 95 % {low} to {high}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>Layer updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What attention and MLP add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual stream norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large a change attention and MLP make to the residual stream in each layer, for the selected token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each layer adds at “{token}” ({position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction of the residual stream after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a bar&apos;s length means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden states to measure here. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention and MLP are measured separately when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only their sum is stored; separately they are measured with the model that made this run.</source>
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
        <source>residual stream after it {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model&apos;s layers also add something else, up to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson that you or someone else wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonStep</name>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to any step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count}: {heading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>The model {name} is not on this computer, so the lesson is given from its recorded runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson needs the model {name}, which is not on this computer. Its text can be read without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has a fault, and continues without what is wrong: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson cannot be given: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonsDock</name>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogitLensView</name>
    <message>
        <source>Logit lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guess after every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intermediate predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model would predict if it stopped after each layer, read by applying its own output step early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colours a cell. The difference between branches, while two are compared, is the Jensen–Shannon divergence of what both would predict at the same position after the same layer: 0 bits where they agree, 1 where they exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave layers out to fit, or scroll through all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the top prediction after each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: {name}, {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B differ by {n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the model&apos;s own output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final prediction “{token}” has rank {rank} and probability {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run file stores only the output; the layers are read by the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference is shown while two branches are compared: choose one in Branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bold: the model&apos;s final prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions {low} to {high} of 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output row as recorded; recomputed, it differs by {d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New positions are read when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of the final prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank of the final prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference between branches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>Transparent background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared scales, legends and axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption from the figure&apos;s facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as suits them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of data: three are safe for deficiencies of colour vision, one prints in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thick lines are; text stays as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One quantity has the same limits of colour in all panels; what several of them explain alike stands once below them, and their plots stand in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, prompt, what is shown and how far to trust a map, kept up to date; switch it off to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookaheadView</name>
    <message>
        <source>Look-ahead tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may come within the next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most likely continuations of the text, several tokens deep, with their probabilities; click one to continue the text with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the continuations as a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of what may come that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens deep the look-ahead tree is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {share} of what may come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run&apos;s file holds no next tokens, so there is nothing to look ahead from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for the {n} most likely of {all} continuations here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the text with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Save this look as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which vectors the map shows: token embeddings, hidden states of a layer, or the unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show other prompts, runs, layers or interventions as further paths beside this text&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the points out anew: UMAP, t-SNE or PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions as axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the vectors are laid out in 2 or 3 dimensions. New hidden states are projected on PCA exactly; on UMAP, t-SNE and PaCMAP each is placed where most of its 15 true neighbours are near, and says how many of them are. The last entries show a second layout beside it.</source>
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
        <source>Hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose hidden states are the points, and how they are prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit a new layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the map&apos;s axes, or what its colours show: from a word or a selection to another, or a probe of a selection</source>
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
        <source>Search tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag with the left button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two maps: {layout} beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dragging with the left button does (B: box, L: lasso); the right button always pans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel fitting a layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP and t-SNE keep near neighbours together, PaCMAP weighs near, mid-near and far points (its authors tested it in 2D). None keeps distances; “How far to trust this map” measures each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that are laid out together are aligned: each token is tied to itself in the next of them, so that sliding moves points instead of shuffling them. The layers between are interpolated. Some neighbours are lost by it; the view shows the share that each layer keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP n_neighbors: small values bring out fine detail, large values the overall shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP min_dist: 0 packs clusters tightly, larger values spread points out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE perplexity: about how many neighbours each point has; three times as many are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaCMAP n_neighbors: how many near neighbours pull at each point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mid-near pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaCMAP MN_ratio: mid-near pairs for each near one; they give the layout its overall shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaCMAP FP_ratio: further pairs for each near one; they push points apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “near” means between the vectors, in all dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same layout on the same computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm} needs the package {package}, which is not installed. Install it with “pip install {package}” in Orrery&apos;s environment, then start Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} points take about {time} on one core that is free, some tens of seconds more at the very first time. 3D and 2D are laid out; progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this layer alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to rotate, wheel to zoom, click a ray to continue the text with its token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to select all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to single this path out, or to show all alike again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True neighbours (cosine, all dimensions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all dimensions (cosine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}: {n} of {all} are in both lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tokens ( / )</source>
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
        <source>No token matches. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more, all marked on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} point(s) selected</source>
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
        <source>probability that the next token is one of them: {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability that the next token is one of them: at least {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map needs OpenGL, which this computer does not offer. Everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} (outlier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{arrow} {token} (outlier, position {n}) lies outside this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{arrow} position {n}: outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>science</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: {n} sample(s) after {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: this text, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: this text without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {n} intervention(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: this text {changed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another model: it has no place on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appears once the model of this run is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a map of tokens it is the run&apos;s own path: choose hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map of that layer is of other texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broad lines: mean of the samples&apos; points on this map, step by step (a mean of tokens has no point of its own). Rings: half of the samples lie within, on this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broad lines: mean of the samples&apos; states in all dimensions, step by step, placed as any state is. Rings: half of the samples lie within, on this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further paths, samples and broad lines go through running means of {n} of their points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of another layer lies in that layer&apos;s own map, turned onto this one (Procrustes): compare its shape rather than its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample {i} of {n}, group {g}: … {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {n} sample(s) after {k} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to show all alike again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to single it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {n} states; {size} on disk or in memory for all layers, {one} for the layer shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} states: longer texts are used from their beginnings. At most {size} on disk or in memory for all layers, {one} for the layer shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading takes about {time} here, at the pace of the text shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress and the time left are shown while the text is read; you can cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA, {share} of variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE perplexity {p:g}, {metric}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaCMAP n_neighbors {n}, MN_ratio {mn:g}, FP_ratio {fp:g}, {metric}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>component {n} of the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions: {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions, not orthogonal: {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions, orthogonal: {axes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} (mean of {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is being computed; until then:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps {share} of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} point(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along {start} → {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probe: log-odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {share} of the variance (a random direction: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: 0 at the mean of all points, {start} at the first end and {end} at the second; {share} of the points&apos; variance lies along this direction (along a random one {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the probe. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring along the direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No direction is chosen. “Directions” above the map colours by one, or by a probe of a selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The direction was chosen from points of another space, which this one does not have. Choose one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probe: AUC {auc} held out (shuffled labels: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out points (neighbours of theirs may have been fitted on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe (logistic regression) of {ones} against {others}, {n} + {m} of them fitted. On {held}, {folds} folds: {score}. With shuffled labels: {chance}. By the difference of the means alone: {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC {auc} (±{error}), accuracy {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next token in its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each dimension standardised over {n} hidden states of {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hidden states of {text}, not standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text, and {m} outliers (vectors far longer than the rest).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then the colours show: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rays: chance of being drawn ({settings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated but for the selected token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} point(s) selected (Esc to clear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: running mean of the points of {n} tokens on this map (small discs: the tokens themselves).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: from sentence to sentence, each at the mean of its tokens&apos; points on this map ({n} sentences).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path through the layers is computed by the model that made this run, while generation is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path through the layers: {through}; keeps {share} of neighbours on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {n} of the states (rings) [is an outlier|are outliers], far from the vectors the map was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({kind}), position {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which text it is was not kept with this map</source>
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
        <source>map keeps {share} of neighbours (±{error}; chance: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this model the unembedding and the token embeddings are the same matrix</source>
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
        <source>text kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points have no {quantity}, so they are coloured by {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rays: no next token is as likely as {least}. Lower “Least probability of a ray” in the view&apos;s options to see more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: sentence means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: running mean of {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown of the path: {n} of {all} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path: position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path: surprisal (bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ {bits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence {i} of {n}: mean of {k} token(s), positions {a} to {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to go to its last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A (line): {one} · B (dashes): {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} token(s) of B [has|have] no place on this map; [it is|they are] placed once the model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each state after the final norm</source>
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
        <source>while moving: 1 of {n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA is the layout shown already. Choose another layout for either of the two maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This space has no other {layout} layout yet. “Fit layout” or “Directions” makes one; or choose another second map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is not stored with the run. It appears here once the model that made the run is loaded and has computed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is being computed and appears here as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map appears here when a model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token id (lower = often more frequent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster (k-means)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of being the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters of the space, stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters of this picture, stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {id} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another branch: click to return to it</source>
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
        <source>{n} of its 15 true neighbours are near it on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an outlier (vector far longer than the rest), not used for the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double-click to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p} of coming next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance {p} of being drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {p} after {token} (position {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token chosen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to continue the text with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states after which layer; “input” is what the first one receives, “final norm” what the unembedding reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide through the layers. Layers that were laid out together (“Fit layout”, with AlignedUMAP&apos;s optimiser) lie over each other as they are; any other layer&apos;s layout is turned onto its neighbour&apos;s (Procrustes: rotated or mirrored as a whole). So points move only where the states do. A layer that is not there yet is computed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the layers, from the one shown to the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample text, short (about 5,000 tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample text (about 20,000 tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The states of every token of this text are the points behind the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text file of your own, in any encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All text files of a folder and of those in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise each dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this a few dimensions with huge values decide every distance, and all states look alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out first tokens and outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of a text&apos;s first token is far longer than all others; one such state can take most of the variance. States left out are marked, and placed afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in no cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smaller clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end}: the selected points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mean of the points that are selected on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} selected point(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis}, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis}, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each axis is turned at right angles to those before it (Gram-Schmidt). Without this, axes that are alike show the same twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words, or select points and press ◎. A word of several tokens is the mean of their vectors; among hidden states a word is the mean of its states in the text, at its last token. Axes left empty are the largest principal components of the rest. The layout is linear: new points are placed exactly, and each axis states its share of the variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out along these axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour along axis 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select, then ◎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe, against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit a probe and colour by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A logistic regression that tells the first points from the second. What it is worth is measured on points that it was not fitted on, beside the same with shuffled labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this prompt&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the path after this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this run&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a saved run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text without interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text with the interventions that are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all further paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type another prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tokens as a second path on this map, read with the interventions of the run on screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of this text stays on the map when another run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a run that was saved, or left unsaved, beside this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of this text after another layer, in that layer&apos;s own map laid over this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text after layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the selection (CSV, JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selection was not exported: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − cosine, all dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for clusters. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} clusters hold {share} of the points (chance: {m} hold {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDBSCAN on this picture&apos;s {n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDBSCAN in the {axes} principal axes of the unit vectors ({share} of their variance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run on {n} of {all} points, the others go with the nearest of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{basis}: {n} clusters of at least {least} hold {share} of the points. A second sample has {again} (adjusted Rand index {rand}), a Gaussian cloud of the same covariance {m} that hold {chance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the 15 true neighbours (all dimensions) of a point in a cluster {share} are in it too (chance {chance}). The number at each name is its stability: 1 is the same again, below 0.5 it has dissolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So most of this space is not a cluster by density, however its pictures look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines around the densest 25, 50, 75 and 90 % of the points in sight, as seen from here (Gaussian of 12 px).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 3D what is seen dense may lie one behind the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of {n} points is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} together, aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers together, aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP of {n} layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between {lower} and {upper} of a UMAP of {n} layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the places of {lower} of a UMAP of {n} layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {layer} to here points move {mean:z.2f} of the map&apos;s radius on average (shuffled tokens: {control:z.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating time and memory from a short run on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} and {size} of memory, estimated from a short run on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:z.1f} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost of {k} true neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invented of the {k} nearest here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what this picture loses. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This space has too few points for {k} neighbours. Choose fewer in the view&apos;s options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loses {share} (shuffled: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invents {share} (shuffled: {chance})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average {share} of a point&apos;s {k} true neighbours (cosine, all dimensions) are not among its {reach} nearest in this picture (shuffled: {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average {share} of the {k} points nearest to a point in this picture are not among its {reach} true neighbours (cosine, all dimensions; shuffled: {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured for {n} of {all} points; the others are coloured by the mean of the 5 measured points nearest to them here (correlation with a point&apos;s own value: {r}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured itself; points near it: {lost} lost, {invented} invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost: {n} of its {k} true neighbours (not among the {reach} nearest here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invented: {n} of the {k} nearest here (not among its {reach} true neighbours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines to true neighbours: point at a dot, or click one to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token}: {n} of its {all} true neighbours (cosine, all dimensions) are among its {all} nearest here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true neighbour, near here too ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true neighbour, but not among the nearest here ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near here, but no true neighbour ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the analogy on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formula}: arrows {angle} and {other} apart here (0° in all dimensions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows, parallel in all dimensions (0°): on this map {a} → {b} and {c} → {formula} stand {angle} apart, {a} → {c} and {b} → {formula} {other} (two random points: {chance}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{c} → {expected}: {full} from {a} → {b} in all dimensions, {here} on this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path has {n} token(s); the selected token is {token} at position {position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} ray(s) to what may come next, the most likely: {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} point(s) within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow keys: move · Shift + arrow keys or + / −: size · Enter: select · Esc: cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow keys: draw (Shift: finely) · Enter: select · Esc: cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the table for its next words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: next words by a table of n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: the most likely next words by counting six novels, n = {n}. Words before that the table heeds here: {used}; times that it has seen them: {times}. In brackets: the first token of a word of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: the most likely words by counting six novels. The word before does not occur in them, so these are simply the most frequent ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>This run was made by {name}, and only that model can make a map for it. Load it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the map layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map was cancelled before it was complete. Choose it again to compute it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map layout has made no progress for {seconds} seconds: its process may be stopped, or hang. Wait, or start the fit again; the layout shown stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningSpace</name>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the map in three dimensions or flat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another layout of the same points beside this one: hover, selection, path and rays are the same in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn both maps together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn and zoom the second map with the first one. It zooms to the point that is under the pointer; moving a map sideways moves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the points mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the line of the path goes through: each token, the running mean of the last few tokens&apos; places, or the mean place of each sentence. The means show where a long text goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colour of the path means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many next tokens a fan shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera follows the selected token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only so many tokens of the path, up to the selected one. 0 shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether tokens fade with their distance from the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the running mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over how many tokens the running mean of the path is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least probability of a ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tokens that are less likely get no ray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rays as drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rays show how likely each token is to be drawn with the temperature, the penalty and the filters set, instead of the model&apos;s own probability. The fan follows the sliders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the map slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fan of a table, n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the model&apos;s rays, on maps of tokens, dashed rays to the most likely next words by a table of n words, counted from the bundled novels; 0 shows none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim the points beside the path and its rays. They keep their hue, and none is left out, but kinds are told apart less well there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade older tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rays to the most likely next tokens: from the selected token, from each one up to it (select one after the other to see them come), or from all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tree of what may come within the next tokens, instead of the fan of the next one. It grows while the model has nothing else to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours that count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of how many neighbours of each point the colours “neighbours lost” and “neighbours invented” are shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden state of the selected token after each layer, as a second path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the clusters are that the colours “clusters of the space” and “clusters of the picture” show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines around the densest 25, 50, 75 and 90 % of the points in sight, as they are seen from here (D).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines to true neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the point under the pointer, or the selected one, with its 15 nearest in all dimensions, and by dashes with what only looks near (N).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet background along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two layouts side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is a token of the vocabulary or a hidden state of the model; dots that lie close are often similar, and rays show which tokens may come next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token to token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt and age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 40 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead: share shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the fewest continuations, the most likely first, that together have this probability, as far as other limits allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead: tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens deep the look-ahead tree is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead: next tokens of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many next tokens of each continuation are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead: continuations at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many continuations are kept at each depth at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters of the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>{words} (not saved, {when})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a figure of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manhattan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>What the class sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D, H and M switch pointer, highlighter and magnifier on; arrow keys move them; Enter draws</source>
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
    <message numerus="yes">
        <source>{n} layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file {path}</source>
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
        <source>Find a model, or type a hub id: owner/model</source>
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
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out, because its note is damaged or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds a model, but its note orrery.json is damaged or missing, so it is left out. Fetch the model again, or remove the folder.</source>
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
    <message>
        <source>load this from the Hugging Face hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a hub id (owner/model), and no such folder or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a model folder: it has no config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load this GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a GGUF file: its name does not end in .gguf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such folder or file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Motion</name>
    <message>
        <source>those of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the chosen layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states after the final norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next token (bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: cosine of two candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: resultant length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: autocorrelation of its direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Euclidean distance from the position before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle between the step to a position and the step from it: 0° straight on, 180° back. Unrelated points give 120° on average, since every step away from a point is followed by one from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / radius of the circle through a position and those before and after it (Menger curvature).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Euclidean distance from the first position; a random walk grows with the root of the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How open the next token is. Shuffled order has the same values elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean cosine of two of the states after the most likely next tokens, around the middle of the space: 0 for unrelated ones. What it is above mixed candidates of other steps is this step&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the mean direction from the current point to the candidates, 1 = all the same. It is large for any states, because they all lie on the side of the middle of the space: the fan of another step, seen from here, is as long. It is not evidence of a direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike the directions of fans are that lie some steps apart, their mean taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step / typical distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turning angle (°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature × mean step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth of the distance (exponent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrences in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, next to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: cosine of candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: direction, next to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean step length by the mean distance of any two positions; below 1 the text moves in smaller steps than its points lie apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean angle between one step and the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean Menger curvature by the mean step, so that scale does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a in distance from the start ~ steps^a: 1 straight on, 0.5 a random walk, 0 no movement away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the nearest 10 % of all pairs of positions, how many continue along a diagonal: pieces of the path are walked again (DET).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag-1 autocorrelation of the entropy of the next token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean cosine of two candidates&apos; states around the middle of the space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the mean direction from the current point to the candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag-1 autocorrelation of the fan&apos;s direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another step&apos;s fan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same positions in another order, mean of 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps of the same lengths in random directions, mean of 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates of other steps of the same text, one of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of about the same frequency put after the same text: they share all but the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole fan of another step of the same text, seen from this point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A law counts where the difference from every control leaves out 0 at 1 − 0.05 / {n} (bootstrap over texts, corrected for {n} comparisons), with one sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {n} texts are needed to tell a law from chance: of fewer all may lie on one side by luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fan&apos;s resultant length {own} is not a direction of its own: another step&apos;s fan has {other} from the same point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: no law beyond chance here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{law} {own} (chance {control})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, beyond chance: {laws}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MotionView</name>
    <message>
        <source>step length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: cosine of candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: resultant length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fan: autocorrelation of its direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, turns and fans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autocorrelation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured at each position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which vectors make the path: what the map shows, or states after a layer. Token embeddings are those that enter layer 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position 0 and states of more than 4 times the usual length: one of them is farther away than the whole rest of the path is long. Token embeddings are never left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the fans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}, {states}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to follow. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One token is a point, not a path. Generate another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States after the final norm are computed when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States after the final norm are not recorded: they need the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} position(s) left out as [an outlier|outliers]: {which}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How the text moves from token to token, in all dimensions and on the map, beside the same positions in shuffled order and a random walk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the sample texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run holds no hidden states. Load its model and run the prompt again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fans are measured with the model that made this run, when generation has paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each position takes one step of the model with 16 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {own}; mixed candidates {mixed}, random tokens {random}, another step&apos;s fan {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {own}; mixed candidates {mixed}, random tokens {random}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured up to position {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: too few positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {own} from one step to the next; shuffled order {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {own} on average; in shuffled order {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {own} on average; in shuffled order {low} to {high}, random walk {walk}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No law beyond chance here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} step(s) have length 0 (the same vector twice): no angle is defined there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The last {n} positions are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dimension is standardised over {n} states of bundled texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dimension is standardised over the {n} states of this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No map shows states after the final norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the map of these states to measure the path on it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sample texts. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Read the sample texts” standardises over their states instead: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds on a small model, minutes on a large one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map ({name}, 3D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled order, and 95 % of 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random walk with the same steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} steps apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out as an outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step leads here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined: it takes two steps that have a length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” ({position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence plot: distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Arrow: the hidden state here, from the original model to the modified one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No arrow: “{token}” is the most likely next token with and without the interventions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow: most likely next token, from “{one}” (original) to “{other}” (modified).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified</source>
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
        <source>Add {head} to the interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence that either name could complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correct name: its logit counts positively</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its logit is subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this sentence as the prompt, so that every view shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the selected head to the interventions, switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the logit difference with each head switched off in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name} instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>The net: neurons and weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights; only the {n} strongest of {all} are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {unit} of hidden layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias of {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight from {source} to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight {source} → {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, bias {bias}. Click to choose the bias.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeuronView</name>
    <message>
        <source>Neuron details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads, writes, and reacts to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max activating examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuronpedia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top activating texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron: which tokens its output makes more or less likely, where in a text it is active, and what changes without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of this neuron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UTF-8 file instead of the bundled sample.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Neuron to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a neuron, such as L10.N100 or 10.100, and press Enter: every view shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions (each step of the axis: ten times as many)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL (original ‖ neuron switched off), bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output weights × final-norm gain × unembedding: change of each logit per unit of activation (the norm&apos;s division is ignored). Where the activation is negative, promoted and suppressed change places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its activation is the gate (after the activation function) times the up projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neuron is more active when the residual stream points along its input weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input weights include the gain of the norm before the MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest activation at “{word}” ({at}): {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first token is left out: its activation ({value}) is far larger than all others (a “massive activation”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the model over a text and records this neuron&apos;s activation at every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens of {source} (without the first token of each piece): {active} have an activation above a tenth of the largest in size, {positive} are positive, the mean is {mean}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} is not a neuron: type one such as L10.N100.</source>
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
        <source>what it reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it is most active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suppresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
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
        <source>A run file does not store weights; they are read from the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the neuron&apos;s weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run file does not store every neuron; this one is read by the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neuron is read along the text when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Over {n} position(s), the size of its activation and the effect of switching it off correlate with r = {r} (switched off at every position).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which component says this token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribution patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient times activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks all neurons and heads by their effect on a token: estimated for all, measured by switching off for the top ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the components are ranked by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which components are ranked by their effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the top ones are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token whose probability counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rather than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second token: the logit difference counts then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations at its last token are compared with those here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token that a neuron&apos;s output makes more likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text to compare the end of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token, such as Paris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components, ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns of the table plotted against each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the interventions, switched off; choose another one in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the text sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate every component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most likely next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top token without it</source>
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
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect on a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference from another text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what they promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast of two text sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit per unit of activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to look for components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Writes” is the norm of what the neuron adds to the residual stream here: its activation times the norm of its output weights (with another text: how much that differs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each neuron&apos;s output raises the logit of “{token}” per unit of activation (output weights × final-norm gain × unembedding; the norm&apos;s division is ignored). Negative: it lowers the logit, or raises it where its activation is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs both text sets and ranks all neurons. This takes about a minute on a small model.</source>
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
        <source>Components are ranked when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run file does not store how much each component does; they are ranked by the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is long: estimating every neuron and head takes a while. Press the button to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking all neurons and heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}”: how much the logit difference “{token}” − “{other}” (now {value}) would change if the component were switched off at every position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{after}”: how much the log₂ probability of “{token}” (now {value} bits) would change if the component were switched off at every position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated for all {n} components; the top ones are being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated for all {n} components, measured for {m}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated for all {n} components, measured for {m}: their ranks correlate with r = {r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its probability is {p}; switching off {site} lowers it most, to {least}.</source>
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
        <source>probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit {x}</source>
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
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities and logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most likely next tokens with their probabilities: point at one to find it on the map, click to continue the text with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many candidates are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars show the chance of being drawn, after temperature, penalty and filters; outlines show the model&apos;s own probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{token}: {p}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded by sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn with probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen on another branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outline: the model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ngrams</name>
    <message>
        <source>{share} forced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined: the table had one choice only, and copies. Grey: a table of lower n was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} and more; the number of a row is its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{prompt}…” continued by each table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sentence under each table: how surprising it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {bits} bits per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {share} forced: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{piece}”, drawn by {name} at temperature 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, “{piece}”: no probability is known, since it stands first or is not in the text at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, “{piece}”: {bits} bits, {each} for each of {n} character(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{piece}”: one of {n} that the table of {used} offers here, seen {times} times together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{piece}” is forced: what stands before occurs once in the whole text, and is copied from there.
{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{piece}” is forced: what stands before occurs {times} times, and nothing else ever follows. For example:
{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jane Austen&apos;s six novels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} characters counted, the last {held} of the text held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} characters counted, the last twentieth of each book ({held}) held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{v} different characters: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of them only once. Of the sequences in the held-out text {unseen} are in no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{v} different words: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of them only once. Of the sequences in the held-out text {unseen} are in no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same {n} held-out characters: {model} {bits} bits per character (95 % interval {low} to {high}; {tokens} tokens), the best table of letters {letters}, of words {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” never occurs in the counted text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” never occurs, though what it begins with stands there {n} time(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” occurs {n} time(s), for example:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” occurs {n} time(s): {share} of what follows “{before}”. For example:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{book}, {share} into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…{before}⟦{hit}⟧{after}…   ({where})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NgramsTextView</name>
    <message>
        <source>Text by tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting alone generates text, and copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memorisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continues a beginning by the tables of n = 1 to 6 and, if asked, by the model, and marks what was merely copied; or shows one sentence as each of them expects it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuations of one beginning, or the surprisal of one sentence under each table and the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether letters or words are put one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many characters are generated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed draws other continuations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that is continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence whose letters and words are looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning of a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the model too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table&apos;s fan on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the most likely next words by a table of n = 3 beside the model&apos;s fan, after the model&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the text. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text by tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is asked. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at an underlined piece to see where it was copied from; the arrow keys go along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a piece to see how surprising it is; the arrow keys go along.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NgramsView</name>
    <message>
        <source>Text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a text file of your own to count; empty for the bundled one, Jane Austen&apos;s six novels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tables are of: sequences of letters, or of words and punctuation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters and space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a to z and space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All characters as they are written; or the English letters alone, with one space for whatever stands between them; or these in lower case. Only the first compares with a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kneser–Ney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witten–Bell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much probability a table leaves to what it has never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of pairs mean: the probability of the second after the first, how often the pair occurs, or how much more often than if neighbours had nothing to do with each other (in bits).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to six letters or words: how often they occur, and where. A click on a cell looks its pair up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of letters and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows what, and why a table will not do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bigram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts which letters or words follow which in six novels or a text of your own, and measures how well the tables of n = 1 to 6 predict text that was held out, beside the loaded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters or words, such as qu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure words too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure letters too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits above or below chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of the second after the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{second}” never follows “{first}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{second}” after “{first}”: {p} ({n} of {total} times); {alone} of all symbols are “{second}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per character, held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen (held out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n (letters or words)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text to count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows what in a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of sequences of 1 to {n} from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the text. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this alphabet the tables do not compare with a model, which reads what is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see its bits per character on the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>As drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as suits the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch: how many pixels a PNG has, and how large it is on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of ordinary text. By itself the smallest text has at least {least:g} pt on paper, and 1/{lines} of the height on a slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width × height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels; {wide:.1f} × {high:.1f} mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>The page</source>
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
        <source>No matching command. Try one word, such as “attention”, “steering” or “save”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>Deuteranopia (weak green)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protanopia (weak red)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tritanopia (weak blue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Okabe–Ito, cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tol bright, viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tol muted, iridescent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey, for printing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelList</name>
    <message>
        <source>Add a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is on screen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that the panel takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that the panel takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A panel that shows what the view shows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the panel up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the panel down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token, layer, head, camera and options as they are in the view now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view&apos;s own, another, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, as it is now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchingView</name>
    <message>
        <source>probability of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation patching, A into B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>causal tracing of a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it decided?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interchange intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>causal mediation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denoising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies hidden states from prompt A into prompt B, one layer and position at a time, to find where A&apos;s answer comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation patching between two prompts, or causal tracing of a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is replaced at each layer and position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt whose activations are copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt they are copied into; it needs as many tokens as A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token; empty for the most likely one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt whose next token states a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the prompt whose embeddings are spoiled with noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often noise is drawn; the mean is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most likely token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a prompt of as many tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure every cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered (0 = B, 1 = A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying {part} from A into B, one layer and position at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring {part} under noise, one layer and position at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see where it decides between two answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One forward pass for every layer and position: this takes up to some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit difference “{answer}” − “{other}”: {clean} in A, {spoiled} in B. Copying at “{word}” {place} recovers most of it: {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last position alone recovers more than half {place} and later.</source>
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
        <source>Probability of “{answer}”: {clean}, and {spoiled} with noise of 3 standard deviations on the subject (mean of {draws} draws). Restoring {window} at “{word}” {place} recovers most: {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured: A and B do not differ yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, “{word}” ({at}): {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
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
        <source>How many tokens are generated at a time; with 0 the prompt is read and nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down to watch every token appear; right end = no limit</source>
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
    <name>Playground</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the net, and watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the same initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other initial weights: the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the next point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the next point that you click into the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the point drawn last away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all own points away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read own points from a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open net…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a net that was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save net…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the net: its weights, or a program of ten lines in PyTorch or NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole net as a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large each step is, such as 0.03 or 1e-3; it may be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the chosen weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the chosen weight by hand; the pictures follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a line or a neuron to turn its weight by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here to draw points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many starts: a picture of each net&apos;s answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seed}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}: NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}: {share} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}: loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at step {step}: the numbers were no longer finite (NaN). The net is shown with its last finite weights. Choose a smaller learning rate, then rewind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held out {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the plane right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of examples right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was after step {step} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}, {n} weight(s) turned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As saved at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {name}: drag it, or choose it and use Page Up and Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the net: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the function: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {name}: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past moments of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back through what the net was like while it trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaygroundStartsView</name>
    <message>
        <source>Playground: many starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do equally good nets disagree?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the net of the playground from many initial weights at once: see where the nets agree, where they disagree, and which starts fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure 1 to 4 neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts by the neurons of the first hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}: the nets differ by {inside} where the data lie (before training by {before}), and by {outside} beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation between the nets of the value; the dashed lines bound the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation between the nets of the probability of a class; the dashed square is where the data lie. Click a picture to open that start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the nets disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation between the nets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± one standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good 20 starts are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons of the first hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure 1 to 4 neurons”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} neurons: {low} to {high} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many nets are trained, each from other initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each rewind begins another one with the same initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaygroundView</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the net learns: classes of points on a plane, or a function of x. Own data are clicked into the picture or read from a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “nearest point”: how many points there are. Each place belongs to the nearest of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function of the hidden neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient becomes a step; it may be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large each step is, such as 0.03 or 1e-3; it may be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the initial weights and the order of the examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples in each step; 0 means all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times the sum of the weights&apos; sizes: drives weak ones to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times half the sum of the weights&apos; squares: keeps them small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples there are, those held out included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to the examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the examples that is not trained on, only measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ends by itself at this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides where the examples and the points of “nearest point” lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own data: a file with x, y and a class in each row, or x and a value for a function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own points: x, y and class of each, such as 0.2,0.3,0;-0.5,0.1,1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own function: x and value of each, such as 0.2,0.3;-0.5,0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “nearest point”: x and y of each, such as 0.2,0.3;-0.5,0.1;0,0.4; empty for those of the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class of the next point that is clicked, from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file whose weights training begins with, instead of the seed&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net being opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty once the settings are those of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each rewind begins another one with the same initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place among all weights and biases, layer by layer; -1 means none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net as it was after so many steps, the nearest that was kept; -1 means as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights turned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and value of each, such as 3=0.5; 7=-1, after the moment they hold for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net is trained up to this step as soon as it is shown, in a figure and a lesson too; 0 means not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole net as a formula, with its weights as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground: a neural net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neural net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it, turn its weights by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neural network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multilayer perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toy model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a neural net learn regions of a plane or a function, and turn each of its weights by hand while the picture follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net as a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formula}
… Save the net for all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own points from a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nets (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net with its recipe (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch program (*.py)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy program (*.py)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the net</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>{n} vote(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoy, {votes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {n} token(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind (no votes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of 6 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictView</name>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class guesses before the model shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class votes on the next token while it is hidden everywhere; then the model&apos;s probabilities are shown beside the votes. Bits: with n votes and m tokens voted for or offered, the class&apos;s probability of a token is (votes + 1) / (n + m + 1), and the rest is spread over all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the model&apos;s most likely tokens stand on the buttons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many unlikely tokens stand among them: drawn from the model&apos;s candidates beyond the 15 most likely ones, as far as the run keeps them, and written as the most likely one is (a word, letters that continue it, or other).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the decoys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed draws other decoys and shuffles the buttons anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text yet. Write a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run&apos;s file holds no next tokens: nothing can be guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next? Hide it, and let the class guess first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What comes next? {n} vote(s) so far. Press a number, click a token, or type a guess.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody voted. The model&apos;s most likely token has a frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave the class&apos;s guesses a probability of {p} on average. Its most likely token has a frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{token}: model {p}, {n} vote(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mean log loss: class {a} bits, model {b} bits, without votes {c} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of six letters needs {bits} bits for the same tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Vote for {token}, {n} vote(s) so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The model has no token that begins “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is more than one token: the vote is for its beginning, {token}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the settings of this page back to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the models on this computer. A model named on the command line is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the prompt at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the last prompt as soon as the model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: choose one each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three are made for a deficiency of colour vision: categories, good and bad stay apart. What colours tell is told by dashes, shapes or words as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales everything in the window. Choose 150 % or more for a projector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No animations: the map jumps to its new position and new tokens appear at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out also where your system asks for less motion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
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
        <source>Automatic uses bfloat16 where the device computes fast with it, and float32 elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new device or precision is used when the model is loaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has {n} core(s). Automatic leaves one to the window, so that it stays responsive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for recorded attention and neurons. Beyond it they are recomputed when you look at them. Automatic takes a sixteenth of this computer&apos;s {size} GiB, within limits. Used from the next run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of models and maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored on this computer, and its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected item from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never go online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses only models that are on this computer. Even without this, Orrery goes online only to download models, and never sends your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To store models and maps elsewhere, such as on a larger disk, set the environment variable ORRERY_CACHE to a folder there and start Orrery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} stored, {free} free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that you trained here are lost and have to be trained again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries that you trained here are lost and have to be trained again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not saved anywhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is downloaded or computed again when next needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{what}”, {size}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expanded GGUF file {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished download of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitted maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled code of UMAP and PaCMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket models trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse dictionaries trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of large models moved to disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that were not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display {gone} is gone. What was projected is in a window on {display} now, and goes on; “Full screen” fills a display again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>{heading}  (step {number} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresenterPanel</name>
    <message>
        <source>Notes to this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before, or one token back  (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step, or the next token  (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the class the answer to the step&apos;s question  (A there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the class a black picture  (B or .)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what the class sees while you prepare something  (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the drawing away  (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A red dot that follows the mouse or the arrow keys  (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the mouse, or with Enter and arrow keys  (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lens that follows the mouse or the arrow keys  (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the notes to the class: for one screen only  (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the chosen display, or be a window again  (F11 there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is projected…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views, letters and display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window for the audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson is open: Page Down writes the next token, Page Up takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {heading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projected on {display}: {views}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>about {n} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressEntry</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Projected</name>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectionsView</name>
    <message>
        <source>How far to trust this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust in the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours and distances that each layout keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trustworthiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continuity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare layouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faithfulness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure all layouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k = {k}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true neighbours kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: each point&apos;s k nearest on the map are its k true neighbours. It falls by how far down the list of true neighbours the others stand; 0.5 is chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: each point&apos;s k true neighbours are its k nearest on the map. It falls by how far away on the map the others are; 0.5 is chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of a point&apos;s k true neighbours that are among its k nearest on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layouts of this space keep: {space}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to measure the layouts of its map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of this space is not there yet. Show it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the neighbours in all dimensions, and of the distances, each layout of the map keeps, beside a shuffled layout as a control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare 500 points&apos; neighbours in all dimensions with those on every layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman&apos;s correlation of distances in all dimensions (cosine) and on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One click compares 500 points&apos; neighbours in all dimensions with those on each layout, in 3D and 2D, and with a shuffled layout. It takes some seconds for each layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This space has too few points for 15 neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most is kept by {layout} in {n}D: {share} of a point&apos;s 15 true neighbours are among its 15 nearest there (shuffled: {chance}), trustworthiness {trust}, distances {rho}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So most of what stands next to a point on these maps is not its true neighbour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {n} of {all} points (seed 0), each against all others; distances of {pairs} pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map states for the layout that it shows {three} in 3D and {two} in 2D: of 15 among the 50 nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two seeds of one layout share {share} of a point&apos;s 15 nearest on the map (3D).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} {space} of the default model, of 15 neighbours among 50 in 3D: {shares}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was tried keeps half, in up to {d} dimensions: most is {share}, by {name} in {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None keeps half; the fewest dimensions tried that do are {d}, by {name} ({share}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For comparison (tests/bench/keep.py; shuffled at most {chance}):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden states after L14 (the short sample text)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a text for the model to continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that the model continues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the prompt into the format of a conversation that this model was trained on</source>
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
    <name>RankTable</name>
    <message>
        <source>component</source>
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
        <source>rise of the loss over the original model</source>
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
        <source>Neuron redundancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off 1, 2, 5, 10 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cumulative ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redundancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>robustness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the loss grows when more and more of a language&apos;s neurons are switched off, compared with equally many random ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text set, a UTF-8 file with one text per line, or all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>french, german, code … or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others, english …</source>
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
        <source>Load a model to see how its loss rises when neurons are switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks all neurons on one half of the texts (by how well they separate the text sets; the top ones by how much switching each off raises the loss), and measures on the other half. It takes some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the top {n} neurons switched off, the loss on {a} changes by {rise} (original: {intact} bits per token), on {b} by {other}; with {n} random ones of the same layers by {random} (mean of {draws} draws). {texts} texts of {a}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>The description of a laboratory is missing because {file} could not be loaded: {error}. The laboratory&apos;s views still work.</source>
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
    <name>RowDelegate</name>
    <message>
        <source>Name of the branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowWidget</name>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
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
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: multiply this component&apos;s output by the number. Mean: replace its output by its average over a sample text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo: only this row is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
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
        <source>How {part} is modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions where {part} is modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {part} from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions it applies to: all, last (the selected one), generated (those after the prompt), or a list such as 3,5-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is modified</source>
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
        <source>How it acts on the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunBefore</name>
    <message>
        <source>The previous run is in no file, and could not be kept: go back to it and save it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPaths</name>
    <message>
        <source>Show the path of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery runs (*.orrery)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningText</name>
    <message>
        <source>The text so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tokens yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sampling</name>
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
    <name>SamplingPanel</name>
    <message>
        <source>0: always the most likely token. 1: the model&apos;s own probabilities. Above 1: more random.</source>
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
        <source>Only draw from the k most likely tokens; 0 = from all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only draw from the smallest set of most likely tokens whose probabilities add up to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only draw tokens at least this fraction as likely as the most likely one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1: tokens that occurred before become less likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same tokens on the same computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy: always the most likely token</source>
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
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
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
</context>
<context>
    <name>ScaleSlider</name>
    <message>
        <source>0 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentencePanel</name>
    <message>
        <source>The continuation, original and modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The continuation: both models generate it when the slider stops…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The continuation changes at its first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The continuation changes at its token {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next {n} tokens are the same with and without the interventions. Try a stronger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The continuation: the same so far.</source>
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
        <source>Direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote this logit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit decomposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits one token&apos;s logit into what each attention, MLP and embedding added to it; the parts sum to the whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token whose logit is split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most likely next token</source>
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
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top neurons</source>
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
        <source>Contributions to a token&apos;s logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions to the logit of “{token}” ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions are measured when generation pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions are measured with the model that made this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention {attention}, MLPs {mlp}, embedding and the rest {rest}. The final norm&apos;s scale is held fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest contribution is the {kind} of L{layer} with {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the logit before the model&apos;s cap on logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s MLPs cannot be split into single neurons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SortedTable</name>
    <message>
        <source>No room here for {n} column(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room here for {n} row(s).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>{n} further series [is|are] in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value} at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} value(s), highest {high} at {at_high}, lowest {low} at {at_low}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {rows} × {columns} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest: {value} at row {row}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state after layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after L{layer} (the last)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Check against a full forward pass</source>
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
        <source>modified: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was generated with interventions; every view shows the modified model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second, while everything is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map keeps {share} of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of a point&apos;s 15 nearest neighbours (in all dimensions, by cosine similarity) are among the 50 nearest on this map: the mean over up to 500 of its points, drawn at random. Standard error {e}. They are points that the map was made from, not ones kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences, Engine, Memory of a run: how much is kept before that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference between the logits computed step by step and those of one full forward pass over the same tokens; the top prediction agrees at {a} of the positions. Click to check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tokens on the path shown; their positions count from 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>·  check against a full forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the logits computed step by step with those of one full forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>·  step by step vs full pass: |Δlogit| {d:.0e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device and precision of the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open spec…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save spec…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the page smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the page larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks that were saved by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a figure that was saved as text (.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure as text (.toml): `main.py figure` makes it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, for programs of any kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG and PDF, for programs that draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write PNG, SVG or PDF; the page can also be dragged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a view to begin: it is shown here as it will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being completed: {panels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure is not whole yet, so nothing was written: {panels} is being completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was made with {model} on “{prompt}”; it shows the run on screen instead. Run that prompt, and open the spec again, to see it as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudioDock</name>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Superposition</name>
    <message>
        <source>importance of the feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WᵀW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} comes back as {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} adds {value} to {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start}: loss {loss}
{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best linear model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}
start shown {loss}
best {best}
without ReLU {control}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared length |W|²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features represented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality D of each feature, best start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of starts that came to what the best one is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density {density}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best: {what}, loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without ReLU: {what}, loss {loss} (best possible {least})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first feature only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second feature only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both: superposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance of the second feature, times the first&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome (0 to 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula: first alone or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula: second alone or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula: first or second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density {density}, importance of the second {importance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}
not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}
{outcome}: weights {a} and {b}, loss {loss}
by the formula: {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause; what is computed stays, and it goes on exactly here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the same random start, from which it can be played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move along the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one model after the other; what is done stays when it is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the training again from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train all starts and the control without ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one feature alone|{n} features alone]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one antipodal pair|{n} antipodal pairs]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one triangle|{n} triangles]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one tetrahedron|{n} tetrahedra]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one square antiprism|{n} square antiprisms]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one cube|{n} cubes]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one simplex|{n} simplices] of {corners} corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[irregular|{n} irregular]: {corners} features in {d} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one pentagon|{n} pentagons]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one hexagon|{n} hexagons]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[one regular polygon|{n} regular polygons] of {corners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no feature represented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} start(s): {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two features in one dimension: which are represented?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} features in {m} dimensions, over densities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: step {step} of {steps}, {which}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: step {step} of {steps}, {which}: {what}; not represented: {absent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control without ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best start ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is not a finite number after step {step}: the learning rate {rate} is too high. The last finite moment is shown. Set a rate near 0.01 in the view&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control without ReLU: {what}, loss {loss}; the best linear model (PCA) has {least} by the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes: {spread}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell is a model of two features in one dimension, trained from 8 starts. Press “Compute”: it takes about ten seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the cells are as the formula says (the lines: least exact loss of one feature alone or an antipodal pair). Of the {n} cells with both features, {pairs} have them in opposite directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains all starts to the end at 13 densities, from dense to sparse, with the other settings as they are. Press “Compute”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is not a finite number at density {density}: the learning rate {rate} is too high. Set a rate near 0.01 in the view&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From density {first} to {last} the best start represents {a} to {b} features in {m} dimensions; the control without ReLU never more than {c}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: importance {importance}
squared length {length}
dimensionality D {share}
bias {bias}
direction ({weights})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuperpositionView</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over densities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training as it moves, the outcome at every density, or the phase diagram of two features in one dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many features the model has to represent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many dimensions it has for them. Up to three, the features are drawn as arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability that a feature is not 0 in an example; sparsity is what is missing to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much less each feature counts than the one before it; at 1 all count alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From how many random weights the training begins, on the same examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the initial weights and of the examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate at the start; it falls to 0 along a cosine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples in a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which start is drawn, 0 is the best; after the last comes the control without ReLU. A click on its row chooses it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moment of the training that is shown; -1 is the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of three dimensions, in degrees. Drag the arrows to turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From how far above three dimensions are seen, in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superposition: toy model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More features than dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toy models of superposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensionality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model to keep more features than it has dimensions, and see how it arranges them: as pairs, a pentagon, or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features as arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing random weights …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableWriter</name>
    <message>
        <source>Its process ended. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Save the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
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
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text, token by token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cut into tokens, coloured by how surprising each was to the model; click one to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a token&apos;s colour and bar show. Surprisal is how unlikely the token was, in bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value under each token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the current branch alone (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: {one} · B: {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most surprising token is {token} at position {position}: {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position {position} (0 to {last})</source>
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
        <source>entropy of the next token {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{token}   ({n} token(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with {token}</source>
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
</context>
<context>
    <name>TreeArea</name>
    <message>
        <source>Look-ahead tree</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwoNames</name>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer} {p}, {other} {q}: logit difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most likely token is {first}</source>
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
        <source>other parts of layers {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s logit difference is {value}; the contributions sum to it within {gap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s logit difference is {value}; the contributions miss it by {gap}, which is more than rounding explains: part of this model is not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the final norm&apos;s scale is held fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the model&apos;s cap on logits, which is not linear</source>
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
</context>
<context>
    <name>ViewHelp</name>
    <message>
        <source>What it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About “{view}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own tokenizer cuts the text. A token&apos;s colour is its surprisal, −log₂ of the probability that the model gave it from all that stands before it, at temperature 1 whatever the sampling was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a token: every view shows the model at that position. Drag along the strip to scrub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a word with a spelling mistake and compare: it is mostly cut into more tokens, and they are more surprising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sennrich, Haddow and Birch 2016 (byte-pair encoding); Shannon 1948 (the information of a symbol).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One forward pass gives a logit for every token of the vocabulary; softmax at temperature 1 turns them into probabilities. “As sampled” applies temperature, top-k, top-p, min-p and the repetition penalty as the sampling does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a token that is not the most likely one: the text continues with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “As sampled” and move the temperature: the order stays, the differences change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bengio and others 2003 (neural language models); Holtzman and others 2020 (top-p sampling).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modified model runs from the lowest layer that is changed, on the hidden states below it that are known already. A scale multiplies a component&apos;s output; “mean” puts its average over a bundled sample text in its place. Shown are the next token&apos;s probabilities at temperature 1 in both models and KL(original ‖ modified) in bits. Both continuations below are drawn with the same random numbers, so they differ only by the interventions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Its strongest head”: of the 30 heads with the largest estimated effect, the one whose switching off costs the most likely token most is added, switched off. Move its slider slowly from 0 to 1 and watch the bars of each pair meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type L0.mlp into the line for a component and press “Add”: look at how far KL rises, and how the continuation reads without the first MLP. “Undo” brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a row from “scale” to “mean”. Zero removes all that the component adds, the mean only what is special about this text: compare both values of KL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wang and others 2022 (arXiv 2211.00593) for mean ablation; Kullback and Leibler 1951 for the divergence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the selected position the logit lens reads the hidden state after every layer twice, in the original and in the modified model, with the model&apos;s own final norm and unembedding. KL(original ‖ modified) in bits compares both readings. Nothing differs below the lowest modified layer. What the lens reads in early layers is not something that the model says there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “Interventions” switch off a component of a middle layer and follow KL from the first layer to the last: where does it begin, and does it grow or shrink on the way to the output?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a layer above the modified one: below stands what its selected head attends to in both models. Where that differs, the head attends by what the modified component writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nostalgebraist 2020 (the logit lens); Kullback and Leibler 1951.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale of one component is set to 16 values from −2 to 10, one after the other, while the rest of the intervention list stays as it is, and the next token is computed each time. The lines show the tracked token&apos;s probability and KL(original ‖ modified) in bits; between the measured values they only connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure” and compare the scales −1, 0, 1 and 2: is twice as much the opposite of nothing, or does the effect level off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a single row in the list KL is 0 at scale 1, which is the original model. Look at how fast it rises on either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another “Row of the list” and measure again: a component whose lines stay flat from −2 to 10 has no effect on the next token here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep is Orrery&apos;s own; it is read as a dose-response curve is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word stands for its row of the token embedding, several tokens for the mean of their rows; the answer is looked for at b − a + c by cosine similarity among all rows of the vocabulary. A rank counts the tokens that are nearer than the expected word; tokens that only differ from a word by case or a space spell it too. Beside it stand what b + c finds, what c alone finds, and the offsets of other pairs: without those the rank says little. Offsets of pairs are tested against pairs whose second words are shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the ranks with the input words “excluded” and “allowed”: often the word c itself lies nearest to b − a + c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “set of analogies” under “Show”: a sign test tells whether subtracting a helps beyond what b + c finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “offsets of pairs”: the pairs share a direction only as far as their mean cosine lies above that of the shuffled ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mikolov, Yih and Zweig 2013 (the offset method); Linzen 2016 (arXiv 1606.07736: the simpler rules beside it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures show the attention weights of the model&apos;s own forward pass, after softmax: each row sums to 1. A picture has at most 64 cells a side; in longer texts a cell shows the largest weight among its tokens, so that a single strong one stays visible. The bar below is the “Score” that is chosen, a mean over the positions of this text where it can occur. By default the colour is the square root of the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch “First token” off: many heads put much of their attention on the first token, and what they do besides is seen only then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “previous token” as the “Score” and switch “Sort” on: the top pictures come nearest to a bright line one cell beside the diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a text in which a phrase occurs twice, sort by “induction”, and click the first picture to see it large in “Attention: one head”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaswani and others 2017 (attention); Vig 2019 (pictures of all heads); Xiao and others 2024 (attention sinks).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row holds the weights with which one token attends to itself and the tokens before it, after softmax, so it sums to 1; the hatched half is later tokens, which cannot be attended to. The sums beside the matrix tell how much attention each token gives and gets. A mean is the mean of the heads&apos; weights, a difference one head&apos;s weights minus another&apos;s. A long text is drawn as the largest weight of each group of tokens, and sharpens as you zoom in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell for its exact weight; click it to select the token of its row. Switch “First token” off: what is then missing from a row sum went to the first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “mean of the layer” under “Show”, then “one head” again: what stands out in the head and not in the mean is its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “difference” and name another head in “minus layer” and “minus head”: colour stands only where the two attend differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaswani and others 2017 (attention); Xiao and others 2024 (attention sinks).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row (“attends to”) or one column (“attended by”) of the selected head&apos;s attention pattern is laid over the text. A row sums to 1; a column may have any sum, since each later token has its own row. “Mean of the layer” averages all heads of the layer; several “Heads” are stripes as long as their weights. A weight says where a head reads, not what it takes from there or whether it matters for the prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at one token after the other, then set “Direction” to “attended by” and point at the first token: in most models many later tokens attend to it, whatever it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type two heads into “Heads”, such as 5.1 7.3, and compare their stripes under the same token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vig 2019 (attention on a text); Jain and Wallace 2019 (what attention does not explain).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On “repeated random tokens” the original model reads 8 sequences of 50 random tokens said twice, after its start token where it has one. A head&apos;s score is its mean attention to one place: the token before, the same token in the first half, the token that followed it there, the first token, or the position itself. With random tokens only place and repetition can guide a head. Heads that score 0.4 or more are outlined; that threshold is a convention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “induction” as the “Score”, press “Show the strongest induction head” and look at it in “Attention: one head”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Measured on” to “the text on screen”: the scores are now means over that text, and the order of the heads depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the “Seed”: scores that hardly move are habits of the model, not of these tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elhage and others 2021 and Olsson and others 2022 (previous-token and induction heads); Xiao and others 2024 (attention to the first token).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns are means over the positions of the text on screen where they can occur. They sum a head&apos;s attention to the token before, to earlier tokens equal to this one (duplicate token), to tokens that followed one of those (induction), to the first token, and to the position itself. Entropy is −Σ a log₂ a of the weights a, in bits; distance is the mean number of tokens back. What holds on one text need not hold on another: “Head types” scores the model&apos;s habits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the heading of the entropy column: a head with little entropy attends to hardly more than one token, one with much to many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by distance and compare with the column for the first token: heads with a large distance often rest on that token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row: the head is then the selected one in every view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vig and Belinkov 2019 (entropy and distance of attention); Olsson and others 2022 (induction heads).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the selected token occurred last before, the token after it is the copy. The six heads that attend most from here to that token are switched off at every position, one by one and then all together, and the probability of the copy is computed again: the upper bar with their output at zero, the lower one at its mean over a bundled sample text. Other heads can make up for a missing one, so a small effect does not prove that a head does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run ‘cat dog sun cat dog’ and select the last token: how likely is the copy, and which head&apos;s absence lowers it most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a head and look at its row for this token in “Attention: one head”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the upper and the lower bars: where only zero does harm, the head&apos;s average is enough for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elhage and others 2021 and Olsson and others 2022 (induction heads); Wang and others 2022 (mean ablation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bracket model is a small transformer: the one shown at first has two layers of width 128 with 8 heads, and was trained on strings of up to 40 brackets. After every prefix its probabilities of (, ) and End are set beside what the language allows, which is known exactly: after a prefix with open brackets End is invalid, at depth 0 a closing one is. Wrong is a prefix whose top prediction is invalid. With nothing typed, the shortest failure is shown that a search found in 600 random strings and in strings that open and close the same number again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type (()) and read the last two places: as soon as everything is closed, ) is invalid and End is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the line: what does the model expect where it fails, and how many brackets would a correct end need, beside the length that it was trained on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the slider of checkpoints: does the model fail on shorter strings earlier in its training?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (the parentheses language); the language is that of Dyck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of the chosen size is trained on random balanced strings whose numbers of pairs are equally likely, with AdamW and a learning rate that rises, then falls along a cosine. Loss, probability on valid symbols and top predictions are measured on strings that are held out of the training, by depth and by length. Strings of fewer than 5 pairs are too few to be held out. The training is saved every few seconds, and the same settings resume it exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before training move the slider of checkpoints through the stored training of the bundled model: which depths are learned last?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Layers” to 1 and press “Start”: does one layer learn the language, and how much later?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Language” to “( ) and [ ]”: now the model must know which bracket to close, not only how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (the experiment); Loshchilov and Hutter 2019 (AdamW).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear probe, ridge regression of the depth on the standardised hidden states, is fitted for each layer on 120 random strings and tested on 120 others; beyond the trained length it is only tested. R² is 1 where it reads the depth exactly and 0 where it does no better than the mean. “Switch off one component after the other” measures how much probability moves to invalid symbols without each head and neuron. A probe shows that depth is there, not that the model uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare R² within the trained lengths and beyond: does the count end there, or does it become inexact?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Layer” to “input”, then go up: after which layer can the depth be read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch “Beyond training” off and on and rotate the states: do longer strings continue the shape of the trained ones?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alain and Bengio 2016 (linear probes); Hoerl and Kennard 1970 (ridge regression); Wolfram 2023 (the question).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loaded language model is asked after every prefix of 16 random strings of 16 brackets, with one forward pass for each. Its tokens may join several brackets: all ways to split the string are added up, so that each next character gets one probability. The second count asks which of ) and the end is more likely; exactly one of them is valid, so guessing is correct half of the time. Bars are 95 % Wilson intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Ask the model” and compare by depth: a counter is always correct, guessing is at 50 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “Prompt style” and ask again: how much of the result is the model, and how much the text before the string?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Strings” to “the string being tried” and type your own in “Brackets: try a string”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison is Orrery&apos;s own; Wilson 1927 (intervals of proportions).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 random strings are drawn so that each last depth is equally likely, and every prefix of them counts in the cell of its length and depth; “all up to 14” takes every valid prefix instead. The pictures show mean probabilities of invalid symbols and the fraction of prefixes whose top prediction is invalid. Right of the dashed line no training string can lie, since what is open must be closed as well. A cell with few prefixes is uncertain: point at it for their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both sides of the dashed line: do errors begin there, and at which depths first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell: “Brackets: worst strings” lists its worst strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “all up to 14” under “Prefixes”: of the short strings nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (the failures by length); the map is Orrery&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the selected cell of the error map up to 400 random prefixes are tried (all of them up to 14 brackets of one kind); the ten with the most probability on invalid symbols are listed, the worst first. The worst of a sample need not be the worst there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell of “Brackets: error map” just beyond the trained lengths, and read what the worst strings have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a string: “Brackets: try a string” shows the prediction after each of its brackets. Was it already in doubt before?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orrery&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 1 to 40 opening brackets in a row the model completes the string by its most likely symbol until it ends, or until an invalid bracket; on the dashed line it closes as many as were opened. Below stand its probabilities after as many closed as opened, where it may end, and one bracket earlier, where it may not. Where the strings are longer than any it was trained on, that is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the first row that is wrong and click it: does the model end too early or close too often?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the slider of checkpoints in “Brackets: try a string”: how does the first wrong number move during training?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the first wrong row with the trained length: n opening brackets make a string of 2n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every statement of the essay on the parentheses language stands beside numbers of the bundled models that are measured while you read: held-out strings, all valid prefixes of up to 14 brackets, rows of opening brackets, and the linear probe. The models are not the essay&apos;s own; where their training differs, it is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a statement, guess whether it holds for these models, and only then read what is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check one by hand: find the first failing row of opening brackets in “Brackets: opening only”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every branch is a line through the tree of tokens that this run holds; the prompt is common to all. A token at a fork carries the model&apos;s probability at temperature 1 and, where the sampling changes it, its chance of being drawn after penalty, temperature and filters; ≈ marks estimates from the stored candidates until the model has computed them. “Surprisal” sums −log₂ p over the tokens after the prompt, so it is −log₂ of the branch&apos;s probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an earlier position and click another token in “Next token”: a branch is added. Compare “Surprisal” with “Bits/token”: a longer branch has more bits without being more surprising per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick “B” at another branch: “Tokens”, “Logit lens” and the map show both; “Swap” exchanges them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the temperature: the chances of being drawn at the forks follow, the probabilities stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is Orrery&apos;s own; Shannon 1948 (the information of a symbol).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Draw A” continues the text up to the selected token, 20 times by 24 tokens at first (“Samples”, “Tokens”), each time with another seed and with the sampling that is set. After each token the distance 1 − cosine of the last hidden states after the final norm is averaged over all pairs of samples; the band is a 95 % bootstrap interval over samples. Groups come from average linkage over each sample&apos;s mean state, 2 to 6 of them by the best silhouette; a silhouette near 0 means that the groups hardly stand apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Draw A” and read after how many tokens half of the largest distance is reached: a text that leaves little choice parts late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a lower temperature into “Temperature of B”, press “Draw B” and compare both lines and their bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Show on the map”: the samples appear as paths of running means. Do the groups that are told here lie apart there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundles are Orrery&apos;s own; Efron 1979 (the bootstrap); Rousseeuw 1987 (the silhouette).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original model reads the words once, and every panel comes from that forward pass: the rows of the token embedding, what tells positions apart (position vectors, rotary angles or distance biases), the input of layer 0, the residual stream after the layer of the slider, and the next token. Colours end where 99 % of the values without the first token do, since a few components are hundreds of times as large as the rest. “Components” sorts the rows of each panel by the difference of the two words&apos; means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the token embeddings with the residual stream after a later layer: equal tokens have equal embeddings, and only position and context make their later columns differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set both “×” to 2, then to 20: after how many repetitions does the model expect the word again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Use as prompt”: every other view shows these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Su and others 2021 (rotary positions); Press, Smith and Lewis 2022 (distance biases).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture is the attention pattern of one head over the words, from the same forward pass as the overview: queries down, keys across, the two words&apos; colours along both edges. First come all heads of the selected layer, then the head of the selected number in every layer. Colours are square roots of the weights, so that weak attention can be seen; with “First token” off the scale is that of the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch “First token” off, then look for a head with two bright triangles, one for each word: it attends to earlier occurrences of the same word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a picture: its layer and head are the selected ones in every view. Then compare the pictures of one head number in all layers: heads that share a number have nothing else in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Vaswani and others 2017 (attention).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four pictures of the same forward pass: the cosine similarity of every two positions after the selected layer; its mean for two occurrences of a word and for one of each, from the input to the last layer; the path on the map that is shown; and the states themselves on their first two principal components, each dimension standardised, without the first token. The cosines are of the states as they are, where one huge component can make all of them look alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the curves at the layer where two occurrences of a word and one of each are farthest apart: the table of all positions shows a block for each word there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the arrow keys up and down to go through the layers: where does the path of the states jump from one word to the other?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Pearson 1901 (principal components).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The induction heads are found first, as in “Head types”: up to 8 that score 0.4 or more, else the 3 nearest to it. Then the original model continues the words. The solid line is the entropy of the next token in bits; the dashed one is the attention of those heads to tokens that followed an earlier occurrence of the current token, averaged over the heads. At temperature 0 the most likely token is always chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Tokens” to 100: does the model keep saying the second word, and does its entropy fall further with each repetition?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Temperature” to 1 and try several values of “Seed”: once another word has come, does the repetition begin anew?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say the second word only twice, with “×” in “Hello/Bye”: is that enough for a repetition?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 for the words; Holtzman and others 2020 (why the most likely text repeats itself); Olsson and others 2022 (induction heads).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six bundled sets hold 40 texts each. On one half of the texts all neurons are ranked by AUC: how well their mean activation on a text tells this language from all other sets; of the best 16 the one comes first whose switching off raises the loss on the language most. On the other half the loss is measured with the neuron at zero and at its mean, with 95 % bootstrap intervals over texts. The curve follows the loss as the neuron&apos;s scale goes from −2 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Find the neuron and measure”. In the default model the loss on French rises by about a tenth, on every other set by less than one percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Neuron” to 2 and 3: how much less do the next best ones matter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Switch the neuron off”, then run a prompt in that language and one in another: which continuation changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gurnee and others 2023 (arXiv 2305.01610); Mann and Whitney 1947 (AUC from ranks); Efron 1979 (the bootstrap).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons are ranked on one half of the texts: by how well they tell the language from the texts it is set against, the first 16 of them by what switching each off alone costs. Then the top 1, 2, 5, 10, 20 and 50 are switched off together, and the loss is measured on up to 40 texts of the other half. The control is as many random neurons of the same layers, drawn three times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Switch them off and measure” and compare the two lines of the best neurons: they part where the neurons matter to this language alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the random ones: as far as those raise the loss too, it is the number of neurons that counts, not which they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another set into “Language”, such as german or code, and measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve is Orrery&apos;s own, after Gurnee and others 2023; Wang and others 2022 (backups that step in for what is switched off).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars are the Euclidean norms of what attention and then the MLP add to the residual stream in each layer, at the selected position; the tick is the norm of both together, shorter where they work against each other. “Measure” shows them as fractions of the residual stream&apos;s norm after the layer, or as they are. The ticks come from the recorded states; the two parts are measured in one forward pass. A norm says how much is added, not whether it is of use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “vector norm” and select the first token, then another one: in many models a single layer adds far more at the first token than any does elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a layer whose tick is much shorter than its two bars together: there the MLP takes back part of what attention added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a layer: the views of layers and heads follow. “Logit lens” tells whether the prediction changes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elhage and others 2021 (the residual stream); Sun and others 2024 (massive activations).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden state after each layer is put through the model&apos;s own final norm and unembedding, as if it were the last one, and the cell shows the most likely token. The last row is the model&apos;s output as the run recorded it. The layers below were never trained to be read like this: where the lens shows nonsense, the information may still be there in another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read one column from the input to the output: from which layer on does the final prediction, in bold, stand there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Colour” to “rank of the final prediction”: it often climbs long before it comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick another branch in “Branches” and choose “difference between branches”: after which layer do the two texts part?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nostalgebraist 2020 (the logit lens); Belrose and others 2023 (where it misleads); Lin 1991 (the Jensen–Shannon divergence).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the selected token the most likely next tokens are followed several tokens deep; the probability of a continuation is the product of its tokens&apos; own, at temperature 1. At each depth the fewest continuations are kept that together reach the share set above, the most likely first. At the beginning that is 60 %, 3 tokens deep, with 10 next tokens tried for each continuation and at most 24 kept, so less than the share asked for may be shown: what is really reached is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the slider up: where the tree hardly grows, the model is sure of what comes; where it bursts into many lines, it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a continuation: the text continues with all of its tokens. What was there before stays in “Branches”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Pin” in the menu of the right button: the continuation stays in sight, however unlikely it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowerre 1976 (beam search); keeping the fewest that reach a share is as in top-p sampling (Holtzman and others 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positions of the text are points: hidden states with each dimension standardised, or their places on the map. Step length, turning angle, curvature and distance from the start all come from the distances between these points. The controls are the same points in 200 shuffled orders (the band holds 95 % of them) and 200 random walks with the same step lengths. Fans are the states after the 8 most likely next tokens, beside random tokens and the fans of other positions. Of a long text the last 600 positions at most are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “turning angle” compare the text with its shuffled order: unrelated points turn by 120° on average, so a large angle alone does not make a law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “States” to “token embeddings”, then to “after the last layer”: where does the text differ more from its shuffled order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “fan: cosine of candidates”, press “Measure the fans” and compare with mixed candidates: only what is above them is this step&apos;s own direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (the question of laws of motion in meaning space); Menger 1930 (curvature from three points); Marwan and others 2007 (recurrence plots).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of the 20 bundled openings is continued by 30 tokens at temperature 0.8 (“Tokens”), and every measure of the path is taken beside its controls. Texts are the unit, so two steps of one text do not count twice: differences from each control are shown in standard deviations over texts, with bootstrap intervals over texts. A law counts only where the interval, corrected for the number of comparisons, leaves out 0 for every control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure over the texts” and look first at the turning angle: a random walk with the same steps turns otherwise than shuffled points do, so both controls are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fan&apos;s length with that of another step&apos;s fan: where both are equal, the length says nothing of a direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Tokens” to 0, or name a file in “Texts”: do the same laws hold in texts that no model generated?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (the question); Efron 1979 (the bootstrap); Marwan and others 2007 (determinism of recurrences). The controls are Orrery&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After every layer 2,000 hidden states of the bundled texts are measured, as they are and with each dimension standardised, without first tokens and outliers. The participation ratio (Σλ)² / Σλ² of the covariance&apos;s eigenvalues counts directions of similar variance; TwoNN fits the ratios of the distances to the second and the first neighbour. TwoNN reads far too little of many dimensions, so both are put to Gaussian clouds of as many points and known dimension, at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure every layer” and read a value of TwoNN through the curve at the right: which true dimension would read like that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the states as they are with the standardised ones: where the two are far apart, a few dimensions hold most of the variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “States” to 4,000 and measure again: a value that grows with their number was still saturated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facco, d&apos;Errico, Rodriguez and Laio 2017 (TwoNN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“effect on a token” takes one forward and one backward pass: minus gradient × activation, summed over positions, estimates how much the token&apos;s log₂ probability (or a logit difference) would change if the component were zero everywhere. The top 30 (“Measured”) are then switched off for real, one by one. The estimate is of first order and can be far off where the model is not linear between on and off. Other rankings go by activation, by output weights, or by how well a neuron tells two text sets apart, with held-out folds and shuffled labels as a control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare estimated and measured in the picture: a point on the line was estimated well, one far from it was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a token into “Favours” and another one into “rather than”: the components are ranked by what they do to the difference of the two logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “what they promote” under “Rank by”, type a token into “Promotes”, click a neuron and look at it in “Neuron details”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nanda 2023 (attribution patching); Geva and others 2021 (arXiv 2012.14913: what a neuron promotes); Gurnee and others 2023 (neurons that tell texts apart).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output weights, times the gain of the final norm and the unembedding, give the change of each logit per unit of activation; the norm&apos;s division is left out, since it depends on the state. The input weights are compared with all token embeddings by cosine similarity. Along this text the neuron is switched off at every position, and KL(original ‖ neuron switched off) is measured at each. “where it is most active” runs the original model over a sample text; the first token of each piece is left out, where activations are often massive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “along this text”: are the tokens where it is most active also those where switching it off changes most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “where it is most active” and press “Read the sample”: what do the top places have in common? Check by “Read a file…” whether it holds on another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Switch off” and read the continuation in “Interventions”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geva and others 2021 (MLPs as key-value memories, arXiv 2012.14913); Geva and others 2022 (what the values promote); Sun and others 2024 (massive activations).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each attention and MLP added at the selected position, and the embedding, is projected on the token&apos;s direction through the final norm and the unembedding, while the norm&apos;s scale is held at its value in this text. So the contributions sum to the logit exactly, but for rounding. Only the direct way to the logit counts: what a component does through later layers is part of their contributions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a token into “Token” that the model gives little probability, and compare with the most likely one: which layers tell the two apart?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click one of the neurons under “Top neurons” and look in “Neuron details” at what it promotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the largest contribution off in “Interventions”: how far does the logit fall? Later layers read that component too, so it need not be just as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elhage and others 2021 (direct contributions to the logits); Wang and others 2022 (the same for logit differences).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“activation patching, A into B”: prompt B is run once for every layer and position, with that one activation taken from prompt A. The colour is the recovered logit difference, 0 as in B and 1 as in A. “causal tracing of a fact”: noise of 3 standard deviations of the embeddings spoils the subject, one place at a time is restored, and the answer&apos;s probability is shown, a mean over 10 draws of the noise. There attention and MLP outputs are restored in a window of several layers, so their cells are blurred by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure every cell” with the two prompts given and read where the difference leaves the name that was changed and reaches the last position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Component” to “attention output”, then to “MLP output”: which of them carries the name to the end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “causal tracing of a fact” and write a “Prompt”, its “Subject” and its “Answer” of your own. Look first whether the model knows the fact at all: without noise the probability must be high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vig and others 2020 (causal mediation); Meng, Bau, Andonian and Belinkov 2022 (causal tracing, arXiv 2202.05262); Wang and others 2022 (patching the names).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500 points of the map&apos;s space are drawn, and all others are ranked around each of them twice: by cosine in all dimensions and by distance on the layout. Trustworthiness falls where points are near only on the map, continuity where true neighbours are torn apart, both by how far down the other ranking they stand; beside them stand the fraction of neighbours kept, and Spearman&apos;s correlation of distances. The control is the same layout with its points shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure all layouts” and compare PCA with a fitted layout: one may keep neighbours better, the other distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare 3D with 2D of the same layout: how much of the neighbours does the third dimension save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map fit a second layout with another seed by “Fit layout” and measure again: how many neighbours on the map do both seeds share?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venna and Kaski 2001 (trustworthiness and continuity); Spearman 1904 (rank correlation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts continue from the selected token. Each draw depends on nothing but the probabilities, the seed, the position and the token&apos;s number, so as long as seeds are equal the two texts part only where their probabilities differ enough. The ribbon is KL in bits of the two distributions at temperature 1 before each draw. After the first difference the texts have different histories, and KL compares different contexts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a component to “Interventions” and press “Generate both”: how many tokens pass before the texts part, and how small was KL until then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “another seed” under “Compare with” and type one into “Other”: KL stays at 0 up to the first difference, since model and context are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “another prompt” and write the text with a single word changed into “Other”: for how many tokens do both continuations still agree?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common random numbers are a standard method of simulation; Salmon and others 2011 (random numbers that are a function of a counter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one forward pass of the original model, what each head, MLP and bias and the embedding add at the last position is projected on the difference of the two names&apos; directions, while the final norm&apos;s scale is held fixed; so the contributions sum to the logit difference. Then each head is switched off at every position: at zero, and at its mean there over 32 sentences with three other names. A contribution counts the direct way only; switching off counts what later layers do as well, so the two can differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare in the notes the sums of heads and of MLPs: which of them does more for the correct name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Sort by” to “zero”, then to “mean”: heads that change places do something in every sentence of this form, whatever its names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “Sentence” let Mary give the drink, and exchange “Correct name” and “Other name”: do the same heads stay on top?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wang, Variengien, Conmy, Shlegeris and Steinhardt 2022 (arXiv 2211.00593); Elhage and others 2021 (direct contributions).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point is a vector: a token&apos;s embedding, a row of the unembedding, or the hidden state of a token of a sample text after the chosen layer (standardised, without first tokens and outliers). A layout fixes the points once: PCA is linear, UMAP, t-SNE and PaCMAP try to keep neighbours. New hidden states are placed into it one by one, where most of their 15 true neighbours are near. Rays go to the 10 most likely next tokens with a probability of at least 0.5 %. Two or three dimensions cannot keep everything: the map states how many of the true neighbours it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point and compare both lists: the nearest by cosine in all dimensions and the nearest on the map. What is in one list only, the map shows wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a ray that is not the most likely one: the text continues with its token, and the earlier continuation stays as a branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the colour to “neighbours lost”, or switch “Lines to true neighbours” on: which regions of the map can be trusted less?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press B on the map: the arrow keys move a box, Shift with them sizes it, Enter selects what is within (L: a lasso). Which kinds of tokens stand together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (meaning space, and the fan of next words); Pearson 1901 (PCA); McInnes, Healy and Melville 2018 (UMAP); van der Maaten and Hinton 2008 (t-SNE); Wang and others 2021 (PaCMAP). The placing of new states is Orrery&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The votes become a distribution over the next token: with n votes and m tokens offered or voted for, a token has (votes + 1) / (n + m + 1), and what is left is spread evenly over the rest of the vocabulary. Its log loss on the token that came, in bits, stands beside the model&apos;s surprisal and beside that of the same buttons without a vote, and that of the token&apos;s letters by a table of six letters counted from the bundled novels (workspace From scratch). Decoys are drawn by a seed from the model&apos;s candidates beyond the 15 most likely. Of a word that is more than one token the longest beginning that is a token is voted for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the class vote on ten tokens of a text, and compare the means: where is it nearly as good as the model, and where far from it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the decoys to 0: the log loss without votes falls, since the buttons alone give more away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with the class&apos;s token where it differs from the model&apos;s, and see what it expects then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shannon 1951, Prediction and entropy of printed English (guessing games with people).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all curves of the chosen kind the one is drawn whose squared distances from the points, measured along y, have the least sum (least squares, by a QR decomposition; polynomials as Chebyshev polynomials of a scaled x, so that high degrees stay exact). The band is the middle 90 % of 400 refits: residuals, corrected for leverage, are drawn again and added to the fitted values. It says how much the noise moves this curve, and not whether the kind of curve is the right one: the true curve may lie outside. On the right, k-fold cross-validation: the points are cut into parts, each part is held out once and predicted by the curve fitted to the others; errors are roots of mean squares, bars one standard error over the parts. Where the points were drawn from a known curve, the dotted line is what these errors estimate: noise, bias and variance of the fit together, on new points between the ends. The times of the fall are computed (√(2h/g), without air) with drawn noise, not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise “Degree” step by step, or click in the chart on the right: the error on the fitted points only falls. Where does the error on held-out points rise again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a point (or choose it with the arrow keys and move it with Page Up and Page Down, with Shift sideways): a line hardly moves, a polynomial of degree 7 swings. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare what is predicted to the right of the points by a parabola, by degree 6 and by a + b √x. All fit the points; which comes near the true curve there, and which says so by a wide band?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Open CSV…” takes points of your own; “terms of your own” fits sums of any terms, such as 1, x, exp(-x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023), on models of a fall from the tower of Pisa; Davison and Hinkley 1997, Bootstrap Methods, section 6.2 (refits); Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, section 7.10 (cross-validation, one standard error).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n features x go through m dimensions and are restored as ReLU(WᵀW x + b). A feature is 0 but for the density&apos;s share of the examples, else uniform on 0 to 1; its squared error counts by its importance. All starts are trained by Adam on the same examples, beside a control without ReLU, whose best loss is known by a formula (PCA). A feature counts as represented from |W|² = 0.5 on. Shapes are named by comparing the cosines between the directions with those of regular shapes, whatever the settings say. D = |Wᵢ|² / Σⱼ(Ŵᵢ·Wⱼ)² is the share of a dimension that a feature has to itself. In three dimensions the arrows are an orthographic projection; in more only WᵀW and the lengths are shown. The phase diagram&apos;s losses are integrals, not averages over examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the rows of the starts: which ones came to another arrangement, and what did it cost them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Density” to 1, then to 0.25 and to 0.1: two features alone, antipodal pairs, a pentagon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set 8 features in 3 dimensions, density 0.05 and importance factor 1, and press “Train”: drag the arrows and find the two squares of the antiprism.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the phase diagram: why does the border to superposition bend towards sparser features where one feature is much more important?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elhage and others 2022, “Toy Models of Superposition”; Kingma and Ba 2015 (Adam).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k colours times s shapes are coded as one-hot (a dimension for each thing), semi-local (one for each colour and one for each shape), superposed (a direction for each colour and shape, pushed apart in fewer dimensions) and at random (the control). A ridge probe reads colour and shape of whole combinations that it never met, in noise. “dealt colours” is a control with colours at random; “any half” tells a random half of the things from the rest; “two at once” tells the sum of two things from the same with shapes exchanged. In the loaded model every phrase is read in every template; states are standardised in each dimension, and each template&apos;s mean is taken away. The variance between phrases is split into two main effects and their interaction. Bands are 95 % intervals: over templates (Student&apos;s t), over things and phrases (Wilson). Where nothing can be read, a probe of new combinations lies below guessing: the word left out is the rarer one among the rest. A probe shows that something can be read, not that the model uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower “Dimensions” from 8 to 3: which directions begin to interfere, and which colours are then misread?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare one-hot with semi-local: which of the five questions does each answer, and why can it not answer the others?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the loaded model and press “Read the loaded model”: at the input the state is the second word alone. After which layer does it know the first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words whose meanings depend on each other, such as hot, cold and dog, war, potato: does the interaction grow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinton, McClelland and Rumelhart 1986 (distributed representations); Thorpe 1989 (local and distributed codes); Alain and Bengio 2016 (linear probes); Wilson 1927 (intervals of proportions).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are the 1,797 pictures of 8 × 8 pixels that come with scikit-learn, written by 13 people; three in ten of each digit are held out. A picture was made from a bitmap of 32 × 32 dots by counting the dark ones in each 4 × 4, and your drawing is treated in the same way. The model is a chain of matrices with ReLU between them, trained with Adam on the cross-entropy. Probabilities are the softmax of its ten logits, entropy is in bits (at most 3.32). The blur is Gaussian, mirrored at the edges, so that no ink is lost. The held-out pictures are of the same people as the trained ones: a stranger&apos;s digits, such as yours, are read less well. Intervals are Wilson&apos;s. On the map, neighbours are those of the embedding map: 15 by cosine in all dimensions, sought among the 50 nearest on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the blur slowly to the right: where does the answer turn into another digit, and is the model unsure before it is wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a 4, then close its top: which pixels turn it into a 9? Draw something that stands for nothing: does the model say that it is unsure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “several starts” and train: the accuracies cannot be told apart, and yet the models disagree. On which digits, and would you have agreed with yourself there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on “Shuffled digits” and give it 300 epochs: the loss on the training pictures falls, and the held-out ones stay at one in ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpaydin and Kaynak 1998, “Optical Recognition of Handwritten Digits” (UCI); the blurred digit: Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of n holds how often each sequence of n letters (or words) occurs in the text, and so what may follow n − 1 of them. The picture is the table of n = 2: the row comes first, the column follows. The last 5 % of each book are held out; bits per character are the surprisal of that text over its number of characters, spaces included, so letters, words and a model&apos;s tokens compare. What a table has never seen gets probability from the table below it: by Kneser–Ney with one discount for each table, or by Witten–Bell. A word that was never seen costs that it is new and its spelling, by a table of letters. The model is measured on stretches of 1,200 characters of the held-out text, the tables on the same ones, each after 200 characters to begin with. It may have read these novels when it was trained, which the tables have not: a text of your own that is new is the fair comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press on the brightest cell of a row, such as q then u, and read where the pair stands in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure words too” and “Measure the model”: from which n on does a larger table of words help no more, and why do the curves below say so?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Colour” to “against chance”: which letters avoid each other, which seek each other?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a “Text file” of your own, in any language, and compare the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markov 1913 (letters of Eugene Onegin); Shannon 1948, 1951; Witten and Bell 1991; Kneser and Ney 1995; Chen and Goodman 1999. The text: Jane Austen&apos;s six novels, public domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row draws what comes next from what followed the last n − 1 letters or words in the text, by their raw counts; where that never occurred, from one less. A choice is forced where only one thing ever followed: the table then copies, and says from where. The larger n, the better the text reads, and the more of it is recited. “one sentence” shows the surprisal of every piece under each table and the model by colour, as bits per character; a piece that stands first has none in a model without a begin-of-text token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at underlined words of the row n = 6: which book do they come from, and how far does it go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Tables of” to “letters”: at which n do words appear, at which names, at which sentences?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “one sentence”, type one that no novel holds, and press “Ask the model too”: where do tables fail and the model does not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shannon 1948, section 3 (approximations to English); Katz 1987 (back-off).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron adds up what comes in, times the weight of each line, plus its bias, and passes the sum through the activation function; the last layer has none. Its picture shows what it answers all over the plane, blue below 0 and orange above. Classes are the softmax of the outputs; the loss is the cross-entropy in nats, of functions the mean squared error, both without penalties. Training follows the gradient (by PyTorch) from initial weights that the seed decides: normal with variance 1 over the number of inputs, 2 over it for ReLU, so a rewind gives exactly the same start. The held-out examples are never trained on. A weight that you turn by hand is used by training from there on. The points of “nearest point” can be dragged, also while the net trains (by keys: rest on one, Enter, then Page Up and Page Down, with Shift sideways). Of a training up to 100 moments are kept, fewer of large nets, evenly spread; each is exactly the net that it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Train”, and watch which neurons turn their border to which side of a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a line and move the slider below: which part of the picture depends on that weight? Then press “Train” and see whether it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “spirals” and write 2 into “Hidden layers”, then 8, 8: what can the smaller one not draw?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “own points”, click some points of two classes into the plane and train: where does the net guess what you did not say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After some training move the slider “Past” back and forth: which neuron found its border first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1e9 as the learning rate: the training stops at its first number that is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After TensorFlow Playground (Smilkov and Carter 2016) and Wolfram 2023. Adam: Kingma and Ba 2014 (arXiv 1412.6980); initial weights: LeCun and others 1998, He and others 2015 (arXiv 1502.01852).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net of the playground is trained from as many seeds as you choose, all on the same examples. At each place the standard deviation between the nets is taken, of each class&apos;s probability, then their mean, or of the value of a function. Its means inside the square of the data and outside of it stand in the heading, with the one inside before training as a control. Below, 20 starts of nets of 1 to 4 neurons in the first hidden layer are trained for 800 steps: each dot is one start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Train all”: the pictures become alike inside the dashed square. Do they outside?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose ReLU in the playground and press “Measure 1 to 4 neurons”: from how many neurons on does the start no longer matter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (nets that agree on their examples and differ beyond them); Lakshminarayanan and others 2017 (the spread of an ensemble as uncertainty, arXiv 1612.01474).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place of the plane is a model of its own: the loss is computed with exactly those weights over all 64 examples (mean squared error, or cross-entropy in nats). With two weights, the others stay where the first start&apos;s training ended, and only these two descend, so every path lies on the surface. Through three minima, all weights descend; the plane holds the ends of starts 0, 1 and 2, and paths are seen from straight above, so their own loss may differ from the plane&apos;s. An end counts as a minimum where the gradient is shorter than 0.01 and the least eigenvalue of the Hessian is above −0.001. Colours, contours and heights are logarithmic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Play: do all starts reach the same valley? Read the losses at which they rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose plain gradient descent and raise the learning rate in steps: when does the path zigzag, when does it leave the valley, and when does it break off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the plane through three minima: how high are the ridges between them, beside the loss of a constant answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (descent to a local minimum); planes through minima: Garipov and others 2018, “Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row r of a matrix holds the weights of its output r, column c what it reads from its input c, however the family stores it; a matrix chosen by its name stands as it is stored. Where several weights fall into one cell, the cell shows the largest by amount. Moving averages are those of scipy.ndimage.uniform_filter, mirrored at the edges. The shuffled matrix holds the same weights at places drawn by lot; it is smoothed and put into order as the real one is, since both find patterns in noise. Similarity is the cosine, clustered by average linkage; of more than 1,500 rows a sample of 1,500 is clustered, and of longer rows 1,024 evenly spread weights are compared. Neurons are sorted by the cosine of what they read and write, heads by their norm, tokens by their kind. Singular values are roots of the eigenvalues of W·Wᵀ in double precision; the effective rank is exp of the entropy of the singular values divided by their sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Picture” to “moving average”: soft hills appear. Now look at the shuffled matrix, and read above the pictures whether they are more than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Picture” to “moving size” for the query matrix: some heads are larger than others, which no shuffle has. Then show “all layers”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “MLP down”, sort the columns by norm, zoom in until single weights are seen, and click one: its neuron can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolfram 2023 (moving averages of weights); Marchenko and Pastur 1967 (singular values of random matrices); Roy and Vetterli 2007 (effective rank).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sparse dictionary writes a model&apos;s activations at one place as a sum of a few of its features, each a direction with an activation of 0 or more. Its scores were measured on text that it was not trained on; loss recovered is 1 where the model predicts as well from the reconstruction as from its own activations, and 0 where it predicts as badly as from their mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the dictionaries&apos; scores: which one explains more, and which one recovers more of the loss?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one with twice the features: how much more of the variance do they explain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bricken and others 2023, “Towards Monosemanticity”; Gao and others 2024, “Scaling and evaluating sparse autoencoders” (arXiv 2406.04093).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link is the cosine of two directions, the correlation of two features&apos; activations over the positions of a text, or the share of a feature&apos;s activations that stand at the ten tokens of the text which the other feature promotes most by its direct logits. Features of middle layers are read by later layers, so their direct logits say little there. A feature&apos;s angle around the chosen one follows from its direction alone, so it stays where it is whatever else is shown; the nearer, the stronger. Chance is the largest value among all features for a random direction, for the same activations at other positions, or for tokens that are as common: the mean of 20 draws. D is the share of a dimension that a feature has to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a feature that you can name: are its neighbours by direction those that fire with it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all directions: are features nearer to each other than random directions are?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bricken and others 2023, “Towards Monosemanticity”; Elhage and others 2022, “Toy Models of Superposition” (D).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewHost</name>
    <message>
        <source>Save data of {title}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {title} as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal, of the same spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}
{n} weights; a normal distribution has {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random numbers (Marchenko–Pastur)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular value, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular value {i}: {value}
shuffled {shuffled}, random numbers {random}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variation ÷ shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix, by the checkpoint&apos;s own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer whose matrix is shown; every other view that shows a layer follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over how many rows and columns the average is taken. The mean of n × n numbers drawn by lot has one nth of their spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the token on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open neuron {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open head {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} of L{layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, largest norm first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, similar ones together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, sorted by role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension of the residual stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension of a key and value head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token “{text}” ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row that no position uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual stream, dimension {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}, its dimension {at} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key and value head {number} (read by {first} to {last}), its dimension {at} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of the usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight {value} ({times} × the usual size)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the strongest of {rows} × {columns}: {value}; zoom in for single weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matrix} of all {n} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matrix}: {rows} × {columns} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shuffled matrix is put into order in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} were clustered; each other one stands beside the one it is most like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token embedding and unembedding are one matrix in this model (tied).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model comes from a GGUF file: its weights are shown expanded to full precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here is what chance makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here is what chance makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} weight(s) [is|are] not a finite number, left empty and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation {spread}, mean {mean}, from {low} to {high}. Excess kurtosis {kurtosis} (normal: 0); {beyond} lie further than 3 standard deviations from the mean (normal: {normal}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} weight(s) [is|are] exactly 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix of one row or column has one singular value, its length: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {n} singular values are larger than any of the shuffled matrix. Effective rank {effective} (shuffled: {shuffled}). Half of the sum of squares lies in the {half} largest (shuffled: {other}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One colour scale for all. Standard deviations from {low} to {high}; the heaviest tails in L{layer} (excess kurtosis {kurtosis}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown varies {low} to {high} times as much as in the shuffled matrices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess kurtosis {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>varies {times} × as much as shuffled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sizes of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One matrix as a picture, that of every layer, or one of the charts below it, large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the matrix does, or “by its name” for any that the checkpoint names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each weight by itself, the mean of a square of weights around it, or how large weights are there: their root mean square against that of the whole matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order rows are shown; the shuffled matrix likewise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order columns are shown; the shuffled matrix likewise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the same weights shuffled beside the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over how many rows and columns an average is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint&apos;s own name of the matrix to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed shuffles the weights to other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each beside what chance makes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marchenko–Pastur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any matrix of the model as a picture, beside the same weights shuffled: what is in both is chance. Zoom in for single weights, click one for its neuron or head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight; the colours end at 3 root mean squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of the weights around; the colours end at 3 root mean squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the weights around, against the usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same weights shuffled (seed {seed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled
{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see its weights: the menu Model lists those that can be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a matrix by its name above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes longer than some seconds with so many weights. “Compute” begins it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the weights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query (q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key (k)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value (v)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention output (o)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by head, neuron or token kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a text, follow it on the map, and look into every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons of ten minutes for a class and a projector, or for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose views on a page for a talk or a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now; Help has all three</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoSaysMaryView</name>
    <message>
        <source>Name choice (IOI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says Mary?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indirect object identification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name mover heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name movers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each head and MLP pushes the model towards one name rather than another, and what remains when each head is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the heads switched off are sorted by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct logit attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution to the logit difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest contributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit difference without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads with the largest contributions, and the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching off every head of this model takes a while: press the button to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head is switched off in turn, in the loaded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose names that are a single token in this model, for example {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model to see which of its heads and MLPs choose between two names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splitting the logit difference into contributions. This needs the model and takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
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
        <source>Generate a text and follow it on the map, with the tokens that could have come next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose views on a page for a paper, a talk or a poster, and save or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view, as large as the window; for talks and screenshots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which earlier tokens each head attends to, and which heads matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interventions: switch off, scale or patch components and measure what changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One word ten times, then another: what repetition looks like inside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tiny transformer that learned to close brackets, and where it stops being correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every continuation of the text as a tree, and two of them side by side in tokens, logit lens and map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree of branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analogies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offsets between words: king − man + woman with its baselines, beside the map of the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text moves through a space, and whether it moves otherwise than by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laws of motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a class vote on the next token before it sees what the model expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shannon game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes before and beneath a language model: tables of letters and words, fitted curves, small networks, weights as pictures; most of it needs no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how neural networks learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse dictionaries of the model&apos;s activations: train one, read its features, steer with them and see which of them made a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpretability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>token_kinds</name>
    <message>
        <source>word start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>special</source>
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
</TS>
