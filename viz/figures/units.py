"""What the numbers behind a picture are measured in, by the names of the fields of frames that hold them.

A field that means the same in every frame stands by its name alone; one that means something else in some class stands
there as CLASS.FIELD, which comes first, for the classes derived from it too. Truth values and texts have no unit.
"""

from __future__ import annotations

import functools
from typing import Final

PROBABILITY: Final = "probability (0 to 1)"
SHARE: Final = "share (0 to 1)"
OWN: Final = "unit of the measure named beside it"
TRUTH: Final = "true or false"

_FIELDS: Final = {
    PROBABILITY: """
        Row.after Row.before Mean.after Mean.before
        AtDensity.density PhaseFound.density ToyRecipe.density
        StartsFrame.sure
        AheadTree.chance Asked.left_out Exact.prob Harm.heads Harm.neurons Induction.intact Strongest.prob actual
        answer_prob balanced best_mass chance chances changed chosen_probs close_illegal crossed depth_mass drawn
        end_illegal final_probs intact legal_mass lens_probs mass masses next_probs one_short other_prob others
        pairs_mass class_shares typed_probs guess_probability guessed_probability chance_hit prob probability probs
        repeat starts taken_prob token_probs without without_all""",
    SHARE: """
        SweepFrame.size
        Edited.size Sweep.size OfKind.read OfKind.read_high OfKind.read_low OfKind.margin FactsFrame.strength
        TrainingCurve.explained TrainingCurve.dead HeldOutCurve.dead HeldOutCurve.explained_raw HeldOutCurve.recovered
        Scores.dead Scores.explained_raw Geometry.random TextRead.outlier_share
        FiredTogether.token_share DecoderGeometry.own DecoderGeometry.own_random Contexts.token_shares
        Contexts.token_densities AtToken.densities Index.covered Index.covered_random
        Facts.covered Facts.covered_random Reading.head_random Reading.head_shares Score.precision Score.recall
        Graph.held Graph.edges_held Contexts.density AtToken.densities
        Index.density FiredTogether.density
        DialFound.distinct DialRow.distinct
        Facts.mean_share
        Codes.alone Codes.by_width Codes.high Codes.interference Codes.low Codes.shares Product.high Product.low
        Product.matched Product.matched_chance Product.matched_high Product.matched_low Product.parts
        Product.parts_chance Product.read Product.read_chance Product.read_high Product.read_low Product.read_shuffled
        AtDensity.shares ToyTrained.shares
        DigitsFrame.differ_by_digit DigitsFrame.wrong_by_digit DigitsMap.kept_shuffled DigitsMap.same_digit
        DigitsMap.same_digit_chance DigitsMap.same_digit_map DigitsMap.same_digit_pixels NeuronFacts.fires
        Starts.control_high Starts.control_low Starts.control_train Starts.differ Starts.differ_chance Starts.high
        Starts.low TrainedDigits.accuracy_high TrainedDigits.accuracy_low TrainedDigits.train_accuracy
        TablesFound.forced TablesFound.unknown TextFrame.forced TablesFound.unseen
        DataSet.held_out PlaygroundFrame.right StartsFrame.right Widths.right
        ByDepth.high ByDepth.low Known.error Known.kept Known.shuffled Losses.chance Total.first Total.first_high
        Total.first_low accuracy accuracy_error ahead_share axes_kept axis_shares chance_share confused continuity
        continuity_error depth_accuracy exact_beyond exact_in explained fan_cutoff first_high first_low first_share
        invented kept kept2 kept3 kept_error known lost mean_invented mean_lost moved neighbours neighbours_chance
        pairs_accuracy plane_kept reached share share_active share_positive share_random shared shuffled stability
        trustworthiness trustworthiness_error wrong""",
    "bits": """
        FeatureEffects.drawn_estimates FeatureEffects.drawn_exact FeatureEffects.estimates FeatureEffects.exact
        FeatureEffects.exact_estimates
        Language.curve Language.high Language.loss Language.low Strongest.change Strongest.estimate TwinTexts.high
        apart bits chance_bits class_bits
        model_bits curve_high curve_low entropy intact_a intact_b kl own_bits random_a random_b rise rise_high
        rise_low surprisal table_bits top_a top_b""",
    "importance times squared error": """
        Facts.control_loss Facts.least_linear Facts.start_loss
        AtDensity.least_linear AtDensity.losses PhaseFound.losses ToyTrained.least_linear ToyTrained.losses
        ToyTrained.nothing""",
    "weight": """
        LandscapeFrame.weights NetTrained.past
        NetOpened.weights NetTrained.weights NeuronFacts.onward NeuronFacts.weights PhaseFound.weights
        PlaygroundFrame.weights ToyTrained.biases ToyTrained.weights TrainedDigits.weights""",
    "squared length": "AtDensity.lengths ToyTrained.lengths",
    "value of a code": "Codes.vectors",
    "nats a token": """
        SweepFrame.kl SweepFrame.text
        Control.next_kl Control.text_after Measured.next_kl Measured.text_after Measured.text_before Sweep.next_kl
        Sweep.text_after Sweep.text_before
        Scores.loss_ablated Scores.loss_spliced HeldOutCurve.loss_ablated HeldOutCurve.loss_spliced HeldOutCurve.kl
        Scores.kl
        loss losses DialFound.nats""",
    "unit of the column of that name": "curve",
    "bits of log2 probability, or logits": """
        Effects.heads Effects.neurons Exact.changes change changes estimate value""",
    "logits": """
        OfKind.attention OfKind.attention_high OfKind.attention_low OfKind.mlp OfKind.mlp_high OfKind.mlp_low
        NameKnockouts.mean NameKnockouts.zero Names.constant Names.embedding Names.heads Names.mlp Probe.values
        Promoters.scores Shares.attention Shares.embedding Shares.mlp biases clean constant difference distance_bias
        logit logits neuron_shares neuron_sums next_logits promoted_logits remainder rest spoiled suppressed_logits
        token_logits""",
    "length in the model's own units": """
        Edited.key_norms
        Reading.norm_scale
        Steering.length Steering.state
        LayersFrame.attention LayersFrame.mlp LayersFrame.remainder Plane.step Scales.longest Writes.attention
        Writes.mlp Writes.remainder both length norms radius stream usual_step writes""",
    "component of a vector in the model's own units": """
        WeightEdit.write MatrixEdit.delta WeightEdit.read
        SteeringVector.vector
        HelloByeFound.position Scales.mean Scales.spread axes centre embedding resid states""",
    "activation": """
        Context.peak Forming.largest FiredTogether.largest Contexts.largest Index.largest Reading.amount
        AskReading.amount Shaded.largest Facts.tried Shown.activation Attribution.largest AtToken.overall AtToken.here
        FeatureChange.largest
        DigitsFrame.activation NeuronFacts.errors NeuronFacts.strengths
        Pictures.neurons
        NodeRecord.neurons Triggers.mean activations context_values edges here mean_a mean_b means there threshold
        tops""",
    "attention weight (0 to 1)": """
        HeadLine.values HeadPicture.first HeadWindow.values Matrix.high Matrix.values Names.attention attention attn
        cells column_sums row_sums weights without_first""",
    "coordinate on the map": """
        Cloud.points3 MapPath.frame Pose.centre Pose.radius TwinMap.one TwinMap.other end one plane points points2
        points3 regions start""",
    "distance on the map": "Mean.spread Moved.mean Moved.shuffled map_distance",
    "cosine (-1 to 1)": """
        DecoderGeometry.nearest DecoderGeometry.nearest_random Geometry.random_median Reading.encoder_cosine
        Reading.near_cosines Reading.near_random
        Reading.neuron_cosines Reading.neuron_random
        Steering.halves
        Codes.overlaps
        Group.misfit
        Alike.low Likeness.first Likeness.second Offsets.cosine Offsets.shuffled against_cosine along_cosine between
        cosine cosine_mixed cosine_random cosines curves expected_cosine table to_others""",
    "cosine distance (0 to 2)": "Apart.pairs Bundle.high Bundle.low Bundle.spread from_mean",
    "correlation (-1 to 1)": """
        Contexts.phi Contexts.phi_shifted
        correlation likeness""",
    "resultant length (0 to 1)": "Fans.length length_mixed length_other length_random",
    "autocorrelation (-1 to 1)": "turn turn_high turn_low",
    "silhouette (-1 to 1)": "silhouette",
    "adjusted Rand index (1: the same)": "agreement",
    "area under the ROC curve (0 to 1)": "Contrast.threshold auc auc_error best_held_out held_auc held_out",
    "coefficient of determination (1: exact)": "r2_beyond r2_in",
    "p value (0 to 1)": "p_value",
    "dimensions": "control_nearest control_ratio nearest nearest_high nearest_low ratio ratio_error true",
    "degrees": """
        SuperpositionFrame.azimuth SuperpositionFrame.elevation
        AnalogyArrows.chance angle expected_angle other_angle""",
    "radians": "phases",
    "seconds": """
        Cost.seconds_measuring Cost.seconds_reading Cost.seconds_training Begun.when DictionaryTrained.begun_at
        DictionaryTrained.kept_at
        read_seconds scales_seconds seconds seconds_left""",
    "examples a second": "examples_per_second per_second",
    "bytes": """
        Cost.bytes_activations Cost.bytes_file Cost.bytes_training
        bytes""",
    "rank (1 is the first)": """
        Measured.rank_after Measured.rank_before Row.rank
        allowed excluded median median_high median_low""",
    "rank (0 is the first)": "final_rank ranks token_ranks",
    "factor": """
        PublishedMeasured.factor
        embedding_scale scale scales""",
    "brackets": """
        Cloud.length DepthCloud.longest Probed.length WorstStrings.length deepest depth first_failure longest opened
        read trained_length""",
    "points of the map": "density ground",
    "width over height": "aspect",
    "samples": "counted going",
    "score (0 to 1)": "errors induction scores",
    OWN: """
        Adjustable.strength AskDial.strengths DialFound.strengths SteeringFrame.strength
        Laws.mean Laws.spread by_chance by_chance_high by_chance_low by_second by_third control controls distances gap
        gap_high gap_low high low mean numbers own second strict_high strict_low third values""",
    "position (from 0)": """
        Graph.columns
        AskLens.start AskLensApart.start BracketsFrame.at Lens.start LensApart.start answer_at copied differs earlier
        first fork hovered last left left_out moment other_at position positions source top""",
    "layer (from 0)": """
        MatrixEdit.block OfKind.centre_mlp OfKind.centre_read Where.later_mlp Where.later_read
        along from_layer layer layers neuron_layers""",
    "head of its layer (from 0)": "head strongest",
    "layer, head (from 0)": """
        HeadScoresFrame.induction HeadScoresFrame.strongest MatrixChoice.head MatrixChoice.other Shown.head heads""",
    "neuron of its layer (from 0)": "indices neuron neuron_indices neurons",
    "token id": """
        Measured.top_after Measured.top_before
        Ends.up Ends.down TakeToken.then PinAhead.path
        DialFound.prefix
        AskFork.tokens PredictFrame.drawn PredictFrame.voted Round.votes Round.offered Round.decoys Round.typed
        HelloByeFound.start_ids KeyReading.along LayersWay.nearest Trajectory.nearest Twins.starts
        against against_id answer before_ids bos_id contexts eos_ids first_ids here_id hover_token hovered_token ids
        lens_ids likeliest near_ids next_ids other other_ids promoted repeat_ids shown_ids start_ids suppressed taken
        token token_id token_ids written""",
    "node of the run's tree (from 0)": """
        AskLensApart.other Branch.parted LensApart.other children hover_node leaf node nodes parent prompt_node""",
    "index (from 0)": """
        Attribution.targets Graph.targets FeatureGraph.ends Shown.members Shown.kind Node.dictionary Hover.point
        Arrangement.absent Group.features PhaseFound.formula PhaseFound.outcomes
        PlaygroundFrame.moment PlaygroundFrame.pen
        Active.indices Branch.first MatrixChoice.several at branches cell checkpoint chosen clusters codes compared
        current end_rows example from_one from_other full_ids groups hover_point index item labels landmarks lit
        map_ids name number on_compared on_current ones order parents place_rows row rows sample sampled second_colour
        segments selection sources start_rows strangers string texts typical where words""",
    "number of them": """
        Edited.covariance_tokens Measured.text_tokens OfKind.asked Settings.prefixes
        DictionaryInfo.d DictionaryInfo.width Recipe.width Recipe.tokens Recipe.aux_k Recipe.dead_after Scores.active
        HeldOutCurve.active TrainingCurve.active Densities.dead Cost.passes Cost.tokens
        SweepDictionaries.ks SweepDictionaries.widths SweepPoint.width TextRead.chunk TextRead.chunks TextRead.outliers
        TextRead.tokens ScalingFrame.ks ScalingFrame.widths AskAttribution.checked Row.active
        FeatureGraph.above ReadTogether.tokens AskAtToken.tokens AskContexts.tokens AskIndex.tokens Source.tokens
        Contexts.together Contexts.token_counts Index.active Index.outliers Index.unread Index.windows
        FeatureContrast.texts_a FeatureContrast.texts_b Facts.active MeasurePublished.tokens PublishedMeasured.tokens
        Score.marked Score.positive Tree.leaves Tree.trained FitJob.d DecoderGeometry.d
        Facts.agree Facts.control_kept Facts.kept
        AskCodes.firsts AskCodes.seconds AskCodes.width Codes.widths Product.n_phrases Product.n_templates
        AskLandscape.grid Landscape.n_weights LandscapeFrame.moments Setup.hidden Setup.starts Setup.steps
        PhaseColumn.starts ToyRecipe.features ToyRecipe.starts
        Background.width DigitsMap.width DigitsRecipe.epochs DigitsRecipe.hidden Starts.control_correct Starts.correct
        TrainedDigits.n_held_out TrainedDigits.n_train
        Examples.n_before Examples.n_found ModelBits.tokens TablesFound.n_counted TablesFound.n_symbols
        TablesFound.once TablesFound.pair_counts TablesFound.pair_occurrences TablesFound.pair_totals
        TablesFound.possible TablesFound.seen WrittenLine.choices
        Architecture.hidden Architecture.inputs Architecture.outputs DataSet.attractors Made.classes
        MeasureWidths.starts MeasureWidths.widths PlaygroundFrame.n_drawn
        PlaygroundFrame.trained TrainNet.last TrainNet.nets Widths.widths
        Formulas.n_alike
        PredictFrame.votes Total.class_hits Total.model_hits Total.chance_hits n_votes
        AskBundle.length AskHeadScores.length AttentionAtlasFrame.layers Beside.shared BracketsFrame.checkpoints
        Branch.length Colouring.k HeadScores.length HeadScoresFrame.length Known.points LawsFrame.layers
        MotionFrame.layers TrainSlice.groups TrainSlice.layers Worth.own again ahead_depth ahead_k ahead_most batch
        batches better bin breadth candidates chance_count checkpoints context count counts d_mlp d_model depth_count
        dimensions draws examples examples_planned examples_used fan_k fans_to first_count folds generated have k
        kinds last_n least lengths max_pairs measured missing moments most n n_a n_b n_by_chance n_clustered n_end
        n_excluded n_first n_heads n_kv_heads n_layers n_left_out n_measured n_missing n_neighbors n_ones n_others
        n_pairs n_parameters n_pass n_points n_prefixes n_prompt n_rows n_scale n_shuffles n_start n_states n_steps
        n_still n_strings n_survivors n_texts n_texts_a n_texts_b n_tokens n_tried n_unplaced other_tokens pairs_count
        path_length path_window paths prompt_tokens right samples second_count sequences side sizes step steps stretches
        strings times vocab_size wanted_fans window words_repeated work worse""",
    "setting": """
        Settings.decay Settings.rate Settings.weight
        Recipe.aux_weight DiscardTraining.attempt SweepDictionaries.attempt TrainDictionary.attempt
        ScalingFrame.attempt TrainingFrame.attempt KeepPublished.attempt Notes.revision
        Setup.rate
        ToyRecipe.decay ToyRecipe.rate
        DigitsRecipe.rate
        PlaygroundFrame.attempt PlaygroundFrame.turn Recipe.l1 Recipe.l2 Recipe.momentum Recipe.rate
        StartsFrame.attempt StartsFrame.seeds TrainNet.attempt TrainNet.turn
        ListNets.turn TrainSlice.turn fp_ratio label_size learning_rate min_dist min_p minus mn_ratio noise perplexity
        plus point_size repetition_penalty run_id seed temperature top_k top_p""",
    "cosine of an angle between axes": "Pose.axes",
    "step (from 0)": """
        TrainingFrame.resumes_at
        NetTrained.past_steps PlaygroundFrame.past
        NetTrained.broke_at PlaygroundFrame.broke_at PlaygroundFrame.ended_at StartsFrame.broke_at parted""",
    "nats, or mean squared error": """
        Curve.held_out Curve.loss PlaygroundFrame.losses StartsFrame.losses Widths.loss""",
    "norm of the gradient": "Curve.gradient",
    "place of a weight, weight": "PlaygroundFrame.turned TrainNet.turned",
    "input as the net sees it": "DataSet.places Examples.inputs Made.places Pictures.inputs Pictures.points",
    "class (from 0), or value": "Examples.targets PlaygroundFrame.truth StartsFrame.answers",
    "logits, or value": "Pictures.outputs",
    "unit of the data": "Scaling.centre Scaling.half",
    "standard deviation of probabilities, or of values": """
        StartsFrame.inside StartsFrame.outside StartsFrame.spread StartsFrame.untrained_inside""",
    "steps a second": "steps_per_second",
    "distance along the direction in the model's own units": "Along.values end_at start_at",
    "recovered share of the logit difference, or probability": "Picture.values",
    "logit difference, or probability": "Picture.clean Picture.spoiled",
    "weight of a matrix": """
        Layers.scale Layers.spreads Picture.cells Picture.control Picture.scale Picture.usual Part.cells Part.control
        Sizes.edges Sizes.largest Sizes.mean Sizes.smallest Sizes.spread""",
    "weight of a matrix, or share of the usual size": """
        Layers.cells Layers.control Layers.control_variations Layers.variations Picture.control_variation
        Picture.variation""",
    "times as much as shuffled": "Layers.times_chance Picture.times_chance",
    "number of weights": """
        Picture.not_finite Sizes.counts Sizes.expected Sizes.n_weights Sizes.not_finite Sizes.zeros
        Spectrum.not_finite""",
    "share of the weights (0 to 1)": "Sizes.beyond Sizes.beyond_normal",
    "number of rows or columns": """
        AskPart.spans AskSizes.bins Layers.spans Matrices.name_shapes Matrices.shapes Picture.column_sampled
        Picture.columns Picture.row_sampled Picture.rows Picture.spans Piece.shared Piece.width""",
    "row or column (from 0)": """
        AskPart.bottom AskPart.left AskPart.right AskPart.top Picture.column_order Picture.row_order""",
    "singular value": "Spectrum.edge Spectrum.random Spectrum.shuffled Spectrum.values",
    "number of singular values": """
        Spectrum.above Spectrum.effective Spectrum.effective_shuffled Spectrum.half Spectrum.half_shuffled
        Spectrum.stable""",
    "standardised moment (0: normal)": "Layers.kurtoses Sizes.kurtosis Sizes.skewness",
    "standardised coordinate in the plane": "Plane.points",
    "unit of x": "FittingFrame.at FittingFrame.grid Points.x",
    "value of a term": "AskFormulas.at AskFormulas.columns",
    "point, by its number (from 0)": "AskFormulas.parts FittingFrame.held",
    "coefficients": "FittingFrame.size",
    "unit of y": """
        AskFormulas.y Formulas.alike_high Formulas.alike_low Formulas.held_out Formulas.limit Formulas.predicted
        Formulas.train
        FittedCurve.at_high FittedCurve.at_low FittedCurve.at_y FittedCurve.high FittedCurve.low FittedCurve.refits
        FittedCurve.y FittingFrame.alike FittingFrame.at_truth FittingFrame.fit_error FittingFrame.fold_error
        FittingFrame.held_errors
        FittingFrame.held_high FittingFrame.held_low FittingFrame.own_held FittingFrame.own_high FittingFrame.own_low
        FittingFrame.own_train FittingFrame.residuals FittingFrame.train_errors FittingFrame.true_errors
        FittingFrame.truth Points.y""",
    "unit of y over that of its term": "FittedCurve.coefficients",
    "degree of a polynomial": """
        FittingChoice.degree FittingFrame.best FittingFrame.degrees FittingFrame.simplest""",
    "percent": "FittingChoice.beyond FittingChoice.noise",
    "row of a table (from 1)": "Points.left_out",
    "fold (from 1; 0 is none)": "FittingChoice.fold",
    "coordinate in the plane, in the model's own units": "Analogy.axes Analogy.plane",
    "ink (0 to 16)": "Pictures.ink",
    "ink (0 to 1)": "DigitsFrame.pixels DigitsFrame.seen PlaceDigit.pixels",
    "digit (-1: unknown)": "DigitsFrame.digit DigitsFrame.read Pictures.digits Starts.read",
    "pixels": "AlongBlur.blurs DigitsFrame.blur",
    "nats a picture": "TrainedDigits.held_out_loss TrainedDigits.loss",
    "part of the training": "TrainDigits.turn TrainedDigits.turn",
    "picture (from 0)": "DigitsFrame.example NeuronFacts.strongest Starts.rows",
    "picture (from 0), bits": "DigitsFrame.disputed",
    "standard deviations": "NeuronFacts.selectivity",
    "bits per character": """
        ModelBits.high ModelBits.letters ModelBits.low ModelBits.model ModelBits.words Row.bits TextFrame.means
        bits_per_character""",
    "number of equally likely symbols": "DialFound.perplexity DialRow.perplexity TablesFound.perplexity",
    "characters": """
        AskModelWritten.length AskWritten.length ModelBits.characters TablesFound.n_characters
        TablesFound.n_held_out""",
    "symbols in a run": "AskPieces.n AskTableFan.n Row.n Settings.table_fan TableFan.n WrittenLine.n WrittenLine.used",
    "passage (from 0; -1 is none)": "WrittenLine.passage",
    "loss": """
        Landscape.constant Landscape.loss Landscape.path_loss LandscapeFrame.losses LandscapeFrame.valleys""",
    "log10 of the loss": "LandscapeFrame.height LandscapeFrame.levels",
    "distance in weights": "Landscape.away",
    "place on the plane, in weights": """
        AskLandscape.reach Landscape.a Landscape.along Landscape.across Landscape.b Landscape.ends Landscape.origin
        Landscape.paths LandscapeFrame.places""",
    "loss over weight": "Landscape.slope",
    "loss over weight squared": "Landscape.bend",
    "step (-1: never)": "Landscape.broke_at Landscape.centre_broke_at PlaygroundFrame.opened_at",
    "step (from 0) of a descent": "Landscape.steps",
    "weight of the net (from 0)": "AskLandscape.one AskLandscape.other",
    "start (from 0)": "AskLandscape.through",
    "minimum (1: yes, 0: not at rest, -1: broken off)": "LandscapeFrame.minima",
    "moment of the descents (from 0)": "LandscapeFrame.moment",
    "feature (from 0)": """
        Watched.columns
        AskFeatureGraph.feature FeatureGraph.features DecoderGeometry.which AskContexts.feature AskReading.feature
        AskTry.feature AtToken.features Contexts.feature Contexts.partners
        FeatureContrast.features FeatureEffects.features FeatureEffects.drawn Firing.features Note.feature
        Reading.feature Reading.near Tried.feature AskShade.features AskWatched.features Condition.feature
        FeatureShade.feature Forming.feature Shaded.feature FeatureMapFrame.feature FeaturesFrame.feature
        Listed.features Term.feature Node.feature Attribution.features Shown.feature TrainDictionary.watch""",
    "tokens a second": """
        Cost.tokens_per_second Cost.positions_per_second TextRead.tokens_per_second TrainingCurve.speed""",
    "mean square of a normalised number": """
        mse""",
    "floating-point operations": """
        SweepPoint.flops""",
    "natural logarithm of the error": """
        Law.residual""",
    "times as often as by chance": """
        FeatureGraph.lift Contexts.lift""",
    "bits of log-probability, or logits": """
        Attribution.effects Attribution.carried Attribution.direct Row.beside Row.signed Check.predicted
        AskOff.expected Off.expected Graph.carried Shown.effect Shown.direct""",
    "bits, or logits": """
        Ends.down_by Ends.up_by Ends.random""",
    "lengths of the state": """
        Reading.relative Firing.error""",
    "log-probability, nats": """
        Measured.after Measured.before Control.after Sweep.after Sweep.before""",
    "times as large as the edit": """
        Control.size""",
}


def unit_of(owner: type, field: str) -> str:
    """The unit of a class's field of numbers; "" where none is known."""
    table = by_field()
    special = (table.get(f"{each.__name__}.{field}") for each in owner.__mro__)
    return next((unit for unit in special if unit), table.get(field, ""))


@functools.cache
def by_field() -> dict[str, str]:
    """FIELD or CLASS.FIELD -> unit."""
    return {field: unit for unit, fields in _FIELDS.items() for field in fields.split()}
