<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AblationInsideView</name>
    <message>
        <source>Intervention by layer</source>
        <translation>干预的逐层影响</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Original and modified, layer by layer</source>
        <translation>逐层对照原始模型与修改后的模型</translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation>logit 透镜</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>ablation effect</source>
        <translation>消融效应</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>Where the interventions first change the prediction on its way through the layers, and what the selected head then attends to.</source>
        <translation>干预最早在哪一层改变预测，此后选中的注意力头又关注什么。</translation>
    </message>
    <message>
        <source>original predicts</source>
        <translation>原始预测</translation>
    </message>
    <message>
        <source>modified predicts</source>
        <translation>修改后预测</translation>
    </message>
    <message>
        <source>KL, bits</source>
        <translation>KL（比特）</translation>
    </message>
    <message>
        <source>L{layer}.H{head} attends to</source>
        <translation>L{layer}.H{head} 关注的词元</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
    <message>
        <source>Type a prompt and run it, then switch a component off.</source>
        <translation>输入提示词并运行，再关闭一个组件。</translation>
    </message>
    <message>
        <source>No interventions are on: the original and the modified model are the same in every layer.</source>
        <translation>没有启用任何干预：原始模型与修改后的模型在每一层都相同。</translation>
    </message>
    <message>
        <source>Reading every layer of the original and the modified model…</source>
        <translation>正在读取原始模型与修改后模型的每一层…</translation>
    </message>
    <message>
        <source>The interventions make no difference at this position.</source>
        <translation>干预对这个位置没有影响。</translation>
    </message>
    <message>
        <source>The states first differ {first}; the lens differs most {top} (KL {kl} bits).</source>
        <translation>状态最早出现差异：{first}；透镜差异最大：{top}（KL {kl} 比特）。</translation>
    </message>
</context>
<context>
    <name>AblationSweepView</name>
    <message>
        <source>Scale sweep</source>
        <translation>缩放扫描</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>From −2 through 0 to 10</source>
        <translation>从 −2 经 0 到 10</translation>
    </message>
    <message>
        <source>dose response</source>
        <translation>剂量反应</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>steering strength</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <source>scaling curve</source>
        <translation>缩放曲线</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>How the tracked token&apos;s probability changes as one component is scaled from −2 through 0 (off) and 1 (original) to 10.</source>
        <translation>把一个组件从 −2 经 0（关闭）和 1（原始）缩放到 10 时，跟踪词元的概率如何变化。</translation>
    </message>
    <message>
        <source>Row of the list</source>
        <translation>列表行号</translation>
    </message>
    <message>
        <source>Which row of the intervention list is swept, counted from the top.</source>
        <translation>扫描干预列表的哪一行，从上往下数。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>scale of {part}</source>
        <translation>{part} 的缩放倍数</translation>
    </message>
    <message>
        <source>probability of “{token}”</source>
        <translation>“{token}”的概率</translation>
    </message>
    <message>
        <source>KL (original ‖ modified), bits</source>
        <translation>KL（原始 ‖ 修改后），比特</translation>
    </message>
    <message>
        <source>now × {scale}</source>
        <translation>当前 × {scale}</translation>
    </message>
    <message>
        <source>× {scale}: “{token}” {p}, KL {kl} bits; most likely “{likeliest}”</source>
        <translation>× {scale}：“{token}”{p}，KL {kl} 比特；最可能的词元“{likeliest}”</translation>
    </message>
    <message>
        <source>Type a prompt and run it, then add a component to the interventions.</source>
        <translation>输入提示词并运行，再向干预列表添加一个组件。</translation>
    </message>
    <message>
        <source>The intervention list has no such row: add a component, or choose another row above.</source>
        <translation>干预列表没有这一行：添加一个组件，或在上方改选另一行。</translation>
    </message>
    <message>
        <source>“Measure” tries scales of {part} from {low} to {high}.</source>
        <translation>点击“测量”，把 {part} 从 {low} 到 {high} 的各个倍数都试一遍。</translation>
    </message>
    <message>
        <source>“{token}” is most probable at scale {best} ({p}) and least at {least} ({q}). Largest change of the distribution: KL {kl} bits.</source>
        <translation>“{token}”的概率在缩放倍数为 {best} 时最高（{p}），为 {least} 时最低（{q}）。分布的最大变化：KL {kl} 比特。</translation>
    </message>
</context>
<context>
    <name>AblationView</name>
    <message>
        <source>Interventions</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>Switch off or scale any component</source>
        <translation>关闭或缩放任意组件</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>零消融</translation>
    </message>
    <message>
        <source>mean ablation</source>
        <translation>均值消融</translation>
    </message>
    <message>
        <source>steering</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation>敲除</translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation>控制板</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Choose neurons, heads or layers, turn them down, off or up, and compare the next token with the original model.</source>
        <translation>选择神经元、注意力头或层，调弱、关闭或调强，并与原始模型比较下一个词元。</translation>
    </message>
    <message>
        <source>Tracked token</source>
        <translation>跟踪词元</translation>
    </message>
    <message>
        <source>The token whose probability and logit are tracked; empty: the most likely of the original model.</source>
        <translation>跟踪其概率和 logit 的词元；留空则为原始模型最可能的词元。</translation>
    </message>
    <message>
        <source>Add a component: L10.N100, L5.H1, L5.mlp, L5.attention</source>
        <translation>添加组件：L10.N100、L5.H1、L5.mlp、L5.attention</translation>
    </message>
    <message>
        <source>Component to add</source>
        <translation>要添加的组件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add it to the list, switched off</source>
        <translation>以关闭状态加入列表</translation>
    </message>
    <message>
        <source>Add selected</source>
        <translation>添加选中项</translation>
    </message>
    <message>
        <source>Components selected elsewhere, and the strongest ones</source>
        <translation>在别处选中的组件，以及作用最强的组件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change to the interventions (Ctrl+Z)</source>
        <translation>撤销对干预的上一次更改（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Save, load or clear the list of interventions</source>
        <translation>保存、加载或清空干预列表</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出错原因</translation>
    </message>
    <message>
        <source>Tokens to generate</source>
        <translation>生成词元数</translation>
    </message>
    <message>
        <source>Generate again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>A new run of the same prompt, generated by the modified model with the same random numbers</source>
        <translation>用相同的提示词和相同的随机数，由修改后的模型生成一个新的运行记录</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从此处续写</translation>
    </message>
    <message>
        <source>A new run: the text up to the selected token, continued by the modified model</source>
        <translation>一个新的运行记录：到选中的词元为止的文本，由修改后的模型续写</translation>
    </message>
    <message>
        <source>No interventions yet</source>
        <translation>还没有干预</translation>
    </message>
    <message>
        <source>The first MLP</source>
        <translation>第一个 MLP</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个词元</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存列表…</translation>
    </message>
    <message>
        <source>Load a list…</source>
        <translation>加载列表…</translation>
    </message>
    <message>
        <source>Set all rows to unchanged</source>
        <translation>所有行设为不变</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>{what}: {value} ({more}).</source>
        <translation>{what}：{value}（{more}）。</translation>
    </message>
    <message>
        <source>The tracked token is not in this model&apos;s vocabulary: type another one, or clear the field.</source>
        <translation>跟踪词元不在此模型的词表中：请输入另一个，或清空此栏。</translation>
    </message>
    <message>
        <source>This run was generated by a modified model ({what}); “original” is the model without these interventions.</source>
        <translation>此运行记录由修改后的模型（{what}）生成；“原始”指没有这些干预的模型。</translation>
    </message>
    <message>
        <source>Strongest head for “{token}”</source>
        <translation>对“{token}”作用最强的注意力头</translation>
    </message>
    <message>
        <source>Strongest neuron for “{token}”</source>
        <translation>对“{token}”作用最强的神经元</translation>
    </message>
    <message>
        <source>Its strongest head</source>
        <translation>作用最强的注意力头</translation>
    </message>
    <message>
        <source>Its strongest neuron</source>
        <translation>作用最强的神经元</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{what} (off)</source>
        <translation>{what}（关闭）</translation>
    </message>
    <message>
        <source>Add a neuron, head or layer and move its slider: 0 = off, 1 = unchanged, 2 = doubled.</source>
        <translation>添加神经元、注意力头或层，再拖动滑块：0 = 关闭，1 = 不变，2 = 加倍。</translation>
    </message>
    <message>
        <source>After “{after}”: which component favours “{token}”? Switch one off:</source>
        <translation>在“{after}”之后，哪个组件支持“{token}”？关闭一个看看：</translation>
    </message>
    <message>
        <source>After “{after}” the most likely token is “{token}”: which component favours it? Switch one off:</source>
        <translation>在“{after}”之后，最可能的词元是“{token}”：哪个组件支持它？关闭一个看看：</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>NPZ</source>
        <translation>NPZ</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>课堂(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>打开运行记录…</translation>
    </message>
    <message>
        <source>Open a saved .orrery run</source>
        <translation>打开已保存的 .orrery 运行记录</translation>
    </message>
    <message>
        <source>load a run</source>
        <translation>加载运行记录</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Save run</source>
        <translation>保存运行记录</translation>
    </message>
    <message>
        <source>Save this run</source>
        <translation>保存此运行记录</translation>
    </message>
    <message>
        <source>write to a file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>Save run as…</source>
        <translation>运行记录另存为…</translation>
    </message>
    <message>
        <source>Export a figure…</source>
        <translation>导出图…</translation>
    </message>
    <message>
        <source>Save a view as a picture, at any size</source>
        <translation>将视图保存为图片，尺寸任意</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save data…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Save the numbers behind a view&apos;s picture (CSV, NPZ, Parquet)</source>
        <translation>保存视图图像背后的数值（CSV、NPZ、Parquet）</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy the numbers behind a view&apos;s picture, for a spreadsheet</source>
        <translation>复制视图图像背后的数值，供电子表格使用</translation>
    </message>
    <message>
        <source>Film…</source>
        <translation>影片…</translation>
    </message>
    <message>
        <source>Save a view that moves as a film: turning, generating, flying along the path</source>
        <translation>把会动的视图保存为影片：旋转、生成、沿路径飞行</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>turntable</source>
        <translation>自动旋转</translation>
    </message>
    <message>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebM</source>
        <translation>WebM</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>How Orrery starts, looks and computes, and what it stores on this computer</source>
        <translation>Orrery 如何启动、显示和计算，以及在本机存储什么</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Run the prompt</source>
        <translation>运行提示词</translation>
    </message>
    <message>
        <source>Begin a new run from the prompt</source>
        <translation>从提示词开始新的运行记录</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Run with one begin-of-text token</source>
        <translation>只用一个文本起始词元运行</translation>
    </message>
    <message>
        <source>Take the typed one out of the prompt and run it again</source>
        <translation>去掉提示词中键入的起始词元，再重新运行</translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation>播放 / 暂停</translation>
    </message>
    <message>
        <source>Continue generating, or pause after this token</source>
        <translation>继续生成，或在当前词元之后暂停</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Next token (step)</source>
        <translation>下一个词元（单步）</translation>
    </message>
    <message>
        <source>Generate one token</source>
        <translation>生成一个词元</translation>
    </message>
    <message>
        <source>step forward</source>
        <translation>单步前进</translation>
    </message>
    <message>
        <source>Previous token (step back)</source>
        <translation>上一个词元（后退一步）</translation>
    </message>
    <message>
        <source>Go back one token; what was ahead stays as a branch</source>
        <translation>后退一个词元；其后的内容保留为分支</translation>
    </message>
    <message>
        <source>undo a token</source>
        <translation>撤销词元</translation>
    </message>
    <message>
        <source>rewind</source>
        <translation>倒退</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what is running, at once</source>
        <translation>立即停止正在运行的任务</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>interrupt</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Measure once more what was stopped before it was done</source>
        <translation>重新测量未完成就停止的项目</translation>
    </message>
    <message>
        <source>Start the fit again</source>
        <translation>重新开始拟合</translation>
    </message>
    <message>
        <source>End the process that fits the map layout, and begin the fit anew in another</source>
        <translation>结束正在拟合地图布局的进程，另起一个进程重新拟合</translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>上一个运行记录</translation>
    </message>
    <message>
        <source>Show the run that was here before this one; choose it again to come back</source>
        <translation>显示此前的运行记录；再选一次即可返回</translation>
    </message>
    <message>
        <source>previous run</source>
        <translation>上一个运行记录</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Undo the last change to the interventions</source>
        <translation>撤销对干预的上一次更改</translation>
    </message>
    <message>
        <source>Undo the last edit in the list of interventions</source>
        <translation>撤销干预列表中的上一次编辑</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>interventions</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>Redo the change to the interventions</source>
        <translation>重做对干预的更改</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Draw a new seed</source>
        <translation>换一个随机种子</translation>
    </message>
    <message>
        <source>random number</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>编辑提示词</translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation>转到提示词</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>projector</source>
        <translation>投影仪</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>正常字号</translation>
    </message>
    <message>
        <source>reset zoom</source>
        <translation>重置缩放</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Give the keyboard to the next view, the controls or the header</source>
        <translation>把键盘交给下一个视图、控件或标题栏</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>焦点</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Give the keyboard to the view before, the controls or the header</source>
        <translation>把键盘交给上一个视图、控件或标题栏</translation>
    </message>
    <message>
        <source>Read as a table</source>
        <translation>以表格阅读</translation>
    </message>
    <message>
        <source>Open the numbers behind the view with the keyboard, or in front, as a table</source>
        <translation>以表格打开键盘所在或最前面的视图背后的数值</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>演示…</translation>
    </message>
    <message>
        <source>Project chosen views in a second window, with notes and a clock in this one</source>
        <translation>把选定的视图投影到第二个窗口，本窗口显示备注和时钟</translation>
    </message>
    <message>
        <source>class</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>second screen</source>
        <translation>第二块屏幕</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>听众</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一个主题</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Reset this workspace</source>
        <translation>重置此工作区</translation>
    </message>
    <message>
        <source>Put every view of this workspace back in its place</source>
        <translation>把此工作区的所有视图放回原位</translation>
    </message>
    <message>
        <source>restore views</source>
        <translation>恢复视图</translation>
    </message>
    <message>
        <source>arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <translation>Hugging Face</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>hub</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>quantised</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Load the model again</source>
        <translation>重新加载模型</translation>
    </message>
    <message>
        <source>Load it on the device and in the precision selected now</source>
        <translation>在当前所选的设备上以当前所选的精度加载</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Get the model of this run</source>
        <translation>获取此运行记录的模型</translation>
    </message>
    <message>
        <source>Load the model that made this run, downloading it if it is not on this computer</source>
        <translation>加载生成此运行记录的模型；本机没有时先下载</translation>
    </message>
    <message>
        <source>fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Check against a full forward pass</source>
        <translation>与完整前向传播核对</translation>
    </message>
    <message>
        <source>Compare the logits with those of one full forward pass over the same tokens</source>
        <translation>与对相同词元做一次完整前向传播所得的 logit 比较</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>forward pass</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>numerical error</source>
        <translation>数值误差</translation>
    </message>
    <message>
        <source>Restart the engine</source>
        <translation>重启计算引擎</translation>
    </message>
    <message>
        <source>End the process that computes and start a new one; the run stays on screen</source>
        <translation>结束计算进程并启动一个新的；运行记录仍留在屏幕上</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Where to begin…</source>
        <translation>从哪里开始…</translation>
    </message>
    <message>
        <source>Three ways to begin: explore, teach, or make a figure</source>
        <translation>三种开始方式：探索、教学或制作图</translation>
    </message>
    <message>
        <source>first steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>About this view</source>
        <translation>关于此视图</translation>
    </message>
    <message>
        <source>What the view shows, how it is computed, what to try, and what its words mean</source>
        <translation>此视图显示什么、如何计算、可以试什么，以及其中词语的含义</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>what is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation>热键</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>The words used here, each in one sentence</source>
        <translation>此处所用的术语，每个用一句话解释</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>definitions</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>meaning of a term</source>
        <translation>术语含义</translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation>关于 Orrery</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>致谢</translation>
    </message>
    <message>
        <source>Lessons…</source>
        <translation>课程…</translation>
    </message>
    <message>
        <source>Lessons of ten minutes, each step beside a state of the window</source>
        <translation>每课十分钟，每一步都配有窗口的一个状态</translation>
    </message>
    <message>
        <source>teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>tutorial</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation>课程的下一步</translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation>课程的上一步</translation>
    </message>
    <message>
        <source>Play this step</source>
        <translation>播放这一步</translation>
    </message>
    <message>
        <source>Make what the step asks for by itself</source>
        <translation>自动做出这一步所要求的操作</translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Show the answer to the step&apos;s question, to the class too</source>
        <translation>显示这一步问题的答案，全班也能看到</translation>
    </message>
    <message>
        <source>Show this step again</source>
        <translation>重新显示这一步</translation>
    </message>
    <message>
        <source>Bring back the state that the step begins with</source>
        <translation>恢复这一步开始时的状态</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>The options that the lesson changed are as they were before</source>
        <translation>课程改动过的选项恢复原样</translation>
    </message>
    <message>
        <source>Keep this state as a step…</source>
        <translation>把当前状态存为一步…</translation>
    </message>
    <message>
        <source>Add a step with the present state to a lesson file, or copy it</source>
        <translation>把含有当前状态的一步加入课程文件，或复制它</translation>
    </message>
    <message>
        <source>write a lesson</source>
        <translation>编写课程</translation>
    </message>
    <message>
        <source>record a step</source>
        <translation>记录一步</translation>
    </message>
    <message>
        <source>Get the model of this lesson</source>
        <translation>获取这一课的模型</translation>
    </message>
    <message>
        <source>Load the model that the lesson is about, downloading it if it is not on this computer</source>
        <translation>加载这一课所讲的模型；若不在本机则先下载</translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>Look-ahead: {shares}</source>
        <translation>前瞻：{shares}</translation>
    </message>
    <message>
        <source>Shown of what may come: {share} within 1 token</source>
        <translation>已显示的后续可能：1 个词元内 {share}</translation>
    </message>
    <message>
        <source>{share} within {n}</source>
        <translation>{n} 个词元内 {share}</translation>
    </message>
    <message>
        <source>{shown} (asked for: {asked}).</source>
        <translation>{shown}（要求：{asked}）。</translation>
    </message>
    <message>
        <source>{shown} (asked for: {asked}; at most {most} continuations, {k} next tokens of each).</source>
        <translation>{shown}（要求：{asked}；最多 {most} 个续写，每个取 {k} 个下一词元）。</translation>
    </message>
    <message>
        <source>Placing what comes within {n} token(s) on the map …</source>
        <translation>正在把 {n} 个词元之内的后续放到地图上…</translation>
    </message>
    <message>
        <source>Looking further than {n} token(s) ahead …</source>
        <translation>正在前瞻到 {n} 个词元以外…</translation>
    </message>
    <message>
        <source>To look further ahead, the model that made this run must compute it.</source>
        <translation>要继续前瞻，须由生成此运行记录的模型来计算。</translation>
    </message>
    <message>
        <source>To look further ahead, pause generation.</source>
        <translation>要继续前瞻，请暂停生成。</translation>
    </message>
    <message>
        <source>Probabilities at temperature 1</source>
        <translation>温度为 1 时的概率</translation>
    </message>
    <message>
        <source>{what}, with this run&apos;s interventions: {changes}.</source>
        <translation>{what}，含此运行记录的干预：{changes}。</translation>
    </message>
    <message>
        <source>probability {p} of coming next</source>
        <translation>接下来出现的概率 {p}</translation>
    </message>
    <message>
        <source>probability {p} after {token} · {whole} for all {n} tokens</source>
        <translation>{token} 之后的概率 {p} · 全部 {n} 个词元 {whole}</translation>
    </message>
    <message>
        <source>the text ends here</source>
        <translation>文本到此结束</translation>
    </message>
    <message>
        <source>the run continues so</source>
        <translation>此运行记录由此继续</translation>
    </message>
    <message>
        <source>click to continue the text with [it|these {n} tokens] · right-click to unpin</source>
        <translation>点击：用这 {n} 个词元续写文本 · 右键点击：取消固定</translation>
    </message>
    <message>
        <source>click to continue the text with [it|these {n} tokens] · right-click to pin</source>
        <translation>点击：用这 {n} 个词元续写文本 · 右键点击：固定</translation>
    </message>
</context>
<context>
    <name>Analogies</name>
    <message>
        <source>input words excluded</source>
        <translation>排除输入词</translation>
    </message>
    <message>
        <source>input words allowed</source>
        <translation>允许输入词</translation>
    </message>
    <message>
        <source>nearest to b − a + c</source>
        <translation>距 b − a + c 最近</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期望词</translation>
    </message>
    <message>
        <source>input word</source>
        <translation>输入词</translation>
    </message>
    <message>
        <source>cosine {value}</source>
        <translation>余弦 {value}</translation>
    </message>
    <message>
        <source>spells an input word: not counted where these are excluded</source>
        <translation>拼写与某个输入词相同：排除输入词时不计入</translation>
    </message>
    <message>
        <source>rank {rank}, {side}</source>
        <translation>第 {rank} 名，{side}</translation>
    </message>
    <message>
        <source>1 / rank of the expected word</source>
        <translation>1 / 期望词的排名</translation>
    </message>
    <message>
        <source>come first</source>
        <translation>排第一的比例</translation>
    </message>
    <message>
        <source>median rank</source>
        <translation>排名中位数</translation>
    </message>
    <message>
        <source>{method}, {side}
{share} come first (95 % interval {low} to {high})
median rank {median} (95 % interval {least} to {most})
{what}</source>
        <translation>{method}，{side}
{share} 排第一（95% 区间 {low} 至 {high}）
排名中位数 {median}（95% 区间 {least} 至 {most}）
{what}</translation>
    </message>
    <message>
        <source>mean cosine of two offsets</source>
        <translation>两两偏移的平均余弦</translation>
    </message>
    <message>
        <source>ways of pairing</source>
        <translation>配对方式数</translation>
    </message>
    <message>
        <source>the true pairs</source>
        <translation>真实的词对</translation>
    </message>
    <message>
        <source>c alone</source>
        <translation>仅 c</translation>
    </message>
    <message>
        <source>Nearest to b − a + c: the offset from a to b, added to c.</source>
        <translation>距 b − a + c 最近：把从 a 到 b 的偏移加到 c 上。</translation>
    </message>
    <message>
        <source>Nearest to b + c: a is ignored, so no offset is used.</source>
        <translation>距 b + c 最近：不考虑 a，因此不用偏移。</translation>
    </message>
    <message>
        <source>Nearest to c: only the third word is used.</source>
        <translation>距 c 最近：只用第三个词。</translation>
    </message>
    <message>
        <source>b′ − a′ + c with pairs a′, b′ of other relations: the median rank over these pairs.</source>
        <translation>b′ − a′ + c，其中 a′、b′ 取自其他关系的词对：这些词对所得排名的中位数。</translation>
    </message>
    <message>
        <source>a and b are one token: there is no offset, and b − a + c is c itself.</source>
        <translation>a 与 b 是同一个词元：没有偏移，b − a + c 就是 c 本身。</translation>
    </message>
    <message>
        <source>Nearest to {formula} that is not an input word: {token} (cosine {cosine}).</source>
        <translation>除输入词外，距 {formula} 最近的是 {token}（余弦 {cosine}）。</translation>
    </message>
    <message>
        <source>{word} is an input word itself, so it has no rank with the input words excluded; with them allowed it is number {rank}.</source>
        <translation>{word} 本身就是输入词，因此排除输入词时没有排名；允许输入词时为第 {rank} 名。</translation>
    </message>
    <message>
        <source>{word} comes first of {n} tokens, even with the input words allowed.</source>
        <translation>{word} 在 {n} 个词元中排第一，允许输入词时也是如此。</translation>
    </message>
    <message>
        <source>{word} comes first of {n} tokens with the input words excluded, and is number {allowed} with them allowed.</source>
        <translation>排除输入词时，{word} 在 {n} 个词元中排第一；允许输入词时为第 {allowed} 名。</translation>
    </message>
    <message>
        <source>{word} is number {excluded} of {n} tokens with the input words excluded, and number {allowed} with them allowed.</source>
        <translation>{word} 在 {n} 个词元中的排名：排除输入词时第 {excluded} 名，允许输入词时第 {allowed} 名。</translation>
    </message>
    <message>
        <source>b + c, which ignores {a}, has it as number {sum} (input words excluded): the offset adds nothing here.</source>
        <translation>b + c 不考虑 {a}，已能把它排到第 {sum} 名（排除输入词）：偏移在这里没有帮助。</translation>
    </message>
    <message>
        <source>Nearest to {word} alone it is number {c}: the offset adds nothing here.</source>
        <translation>只看与 {word} 的远近，它为第 {c} 名：偏移在这里没有帮助。</translation>
    </message>
    <message>
        <source>Offsets of pairs that have nothing to do with it give number {shuffled} (median of {n}): this offset is not better than those.</source>
        <translation>无关词对的偏移把它排在第 {shuffled} 名（{n} 对的中位数）：此偏移并不比它们更好。</translation>
    </message>
    <message>
        <source>Without subtracting {a} it is number {sum}, to {word} alone number {c}: the offset brings it nearer.</source>
        <translation>不减去 {a} 时它为第 {sum} 名，只看与 {word} 的远近为第 {c} 名：偏移使它更近。</translation>
    </message>
    <message>
        <source>{word} is {n} tokens in this model ({tokens}): the mean of their rows stands for it.</source>
        <translation>{word} 在此模型中是 {n} 个词元（{tokens}）：以它们各行的均值代表此词。</translation>
    </message>
    <message>
        <source>a, b, c and b − a + c lie in the plane exactly; of the other points it holds {share} of the squared distance from a.</source>
        <translation>a、b、c 和 b − a + c 恰好在此平面内；其余各点到 a 的距离平方，在此平面内保留 {share}。</translation>
    </message>
    <message>
        <source>The two principal axes hold {share} of the variance of these points.</source>
        <translation>两条主轴保留这些点 {share} 的方差。</translation>
    </message>
    <message>
        <source>{word}, expected
cosine with b − a + c {cosine}</source>
        <translation>{word}，期望词
与 b − a + c 的余弦 {cosine}</translation>
    </message>
    <message>
        <source>Every expected word is an input word itself, so none has a rank.</source>
        <translation>每个期望词本身都是输入词，因此都没有排名。</translation>
    </message>
    <message>
        <source>b − a + c has {n} of {all} expected words first with the input words excluded ({share}, 95 % interval {low} to {high}); b + c has {sum}, c alone {c}, offsets of other relations {shuffled}.</source>
        <translation>排除输入词时，b − a + c 使 {all} 个期望词中的 {n} 个排第一（{share}，95% 区间 {low} 至 {high}）；b + c 有 {sum} 个，仅 c 有 {c} 个，其他关系的偏移为 {shuffled}。</translation>
    </message>
    <message>
        <source>With the input words allowed it has {n} first (median rank {median}).</source>
        <translation>允许输入词时，有 {n} 个排第一（排名中位数 {median}）。</translation>
    </message>
    <message>
        <source>So these analogies are not present in this model.</source>
        <translation>可见此模型中不存在这些类比。</translation>
    </message>
    <message>
        <source>Subtracting a helps beyond chance: {better} won, {worse} lost ({p}, sign test).</source>
        <translation>减去 a 的帮助超出随机水平：{better} 胜 {worse} 负（{p}，符号检验）。</translation>
    </message>
    <message>
        <source>Subtracting a harms: {better} won, {worse} lost ({p}, sign test).</source>
        <translation>减去 a 反而有害：{better} 胜 {worse} 负（{p}，符号检验）。</translation>
    </message>
    <message>
        <source>That subtracting a helps is not shown by this set: {better} won, {worse} lost against b + c ({p}, sign test).</source>
        <translation>这组类比未能表明减去 a 有帮助：与 b + c 相比 {better} 胜 {worse} 负（{p}，符号检验）。</translation>
    </message>
    <message>
        <source>{n} word(s) [is|are] several tokens in this model: the mean of their rows stands for them.</source>
        <translation>{n} 个词在此模型中由多个词元组成：以各行的均值代表该词。</translation>
    </message>
    <message>
        <source>{word} is number {excluded}; with the input words allowed number {allowed}</source>
        <translation>{word} 为第 {excluded} 名；允许输入词时为第 {allowed} 名</translation>
    </message>
    <message>
        <source>all {n} ways of pairing them</source>
        <translation>全部 {n} 种配对方式</translation>
    </message>
    <message>
        <source>{n} random ways of pairing them</source>
        <translation>{n} 种随机配对方式</translation>
    </message>
    <message>
        <source>Two offsets have a mean cosine of {cosine}; with the second words shuffled {mean} ± {sd} ({how}), {p}.</source>
        <translation>两两偏移的平均余弦为 {cosine}；打乱第二个词后为 {mean} ± {sd}（{how}），{p}。</translation>
    </message>
    <message>
        <source>The pairs share a direction beyond that from the one kind of word to the other.</source>
        <translation>除了从一类词到另一类词的方向之外，这些词对还有共同的方向。</translation>
    </message>
    <message>
        <source>No direction of the pairs beyond that from the one kind of word to the other: not present in this model.</source>
        <translation>除了从一类词到另一类词的方向之外，这些词对没有共同的方向：此模型中不存在这种关系。</translation>
    </message>
    <message>
        <source>Of several tokens, whose mean stands for the word: {names}.</source>
        <translation>由多个词元组成、以均值代表的词：{names}。</translation>
    </message>
</context>
<context>
    <name>AnalogiesView</name>
    <message>
        <source>Analogies</source>
        <translation>类比</translation>
    </message>
    <message>
        <source>king − man + woman, with its baselines</source>
        <translation>king − man + woman，附基线对照</translation>
    </message>
    <message>
        <source>word analogies</source>
        <translation>词类比</translation>
    </message>
    <message>
        <source>king - man + woman</source>
        <translation>king - man + woman</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>parallelogram</source>
        <translation>平行四边形</translation>
    </message>
    <message>
        <source>capital cities</source>
        <translation>首都</translation>
    </message>
    <message>
        <source>3CosAdd</source>
        <translation>3CosAdd</translation>
    </message>
    <message>
        <source>permutation test</source>
        <translation>置换检验</translation>
    </message>
    <message>
        <source>“a is to b as c is to ?” on the model&apos;s token embeddings: the nearest tokens to b − a + c, the rank of the expected word with the input words excluded and allowed, and what simpler rules find.</source>
        <translation>在模型的词元嵌入上求“a 之于 b，如同 c 之于？”：距 b − a + c 最近的词元，排除和允许输入词时期望词的排名，以及更简单的规则能找到什么。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>One analogy as arrows, a set of analogies with totals, or the offsets of pairs against shuffled ones.</source>
        <translation>以箭头显示一个类比、显示一组类比及其汇总，或显示词对的偏移与打乱后的对照。</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>The rows that stand for words: of the token embedding, or of the unembedding. In many models both are one matrix.</source>
        <translation>代表词的是哪个矩阵的行：词元嵌入，或解嵌入。许多模型中两者是同一个矩阵。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>绘图平面</translation>
    </message>
    <message>
        <source>What the arrows are drawn on. In the plane of b − a and c − a the parallelogram is exact; the principal axes hold as much as two axes can of all the points that are drawn.</source>
        <translation>箭头画在什么平面上。在 b − a 与 c − a 所张的平面内，平行四边形是精确的；主轴则保留所画各点中两条轴所能保留的最多方差。</translation>
    </message>
    <message>
        <source>Input words</source>
        <translation>输入词</translation>
    </message>
    <message>
        <source>Whether tokens that spell a, b or c count in the ranks of a set, where there is no room for both tables.</source>
        <translation>在放不下两张表时，一组类比的排名是否计入拼写为 a、b 或 c 的词元。</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Where the offset begins: a word, or a token&apos;s id as #123. It is read with a space before it where that takes no more tokens.</source>
        <translation>偏移的起点：一个词，或形如 #123 的词元编号。若前加空格不会增加词元数，就按前加空格读取。</translation>
    </message>
    <message>
        <source>is to b</source>
        <translation>之于 b</translation>
    </message>
    <message>
        <source>Where the offset ends.</source>
        <translation>偏移的终点。</translation>
    </message>
    <message>
        <source>as c</source>
        <translation>如同 c</translation>
    </message>
    <message>
        <source>What the offset is added to.</source>
        <translation>偏移加到哪个词上。</translation>
    </message>
    <message>
        <source>is to</source>
        <translation>之于</translation>
    </message>
    <message>
        <source>The expected word. Its rank counts the tokens that are nearer, whatever spells the word itself left out: in any case, with or without a space before.</source>
        <translation>期望词。排名是比它更近的词元数，不计拼写与该词相同的词元：不论大小写，不论前面有无空格。</translation>
    </message>
    <message>
        <source>Four words each, a new line or a semicolon between two analogies, or the name of a CSV or text file. A fifth word names the relation.</source>
        <translation>每个类比四个词，类比之间换行或用分号隔开；也可填 CSV 或文本文件的名称。第五个词为关系名。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>词对</translation>
    </message>
    <message>
        <source>Two words each, a new line or a semicolon between two pairs, or the name of a CSV or text file.</source>
        <translation>每对两个词，词对之间换行或用分号隔开；也可填 CSV 或文本文件的名称。</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>king</source>
        <translation>king</translation>
    </message>
    <message>
        <source>queen, or nothing</source>
        <translation>queen，可留空</translation>
    </message>
    <message>
        <source>20 bundled ones; or: man woman king queen; …</source>
        <translation>内置 20 组；或：man woman king queen; …</translation>
    </message>
    <message>
        <source>20 capitals; or: France Paris; Italy Rome; …</source>
        <translation>20 个首都；或：France Paris; Italy Rome; …</translation>
    </message>
    <message>
        <source>Arrows on the map</source>
        <translation>地图上的箭头</translation>
    </message>
    <message>
        <source>Draw the analogy as arrows on the map of these vectors, with the angles that the map keeps (Esc there removes them)</source>
        <translation>在这些向量的地图上以箭头画出此类比，并给出地图保留的夹角（在地图上按 Esc 移除）</translation>
    </message>
    <message>
        <source>Select on the map</source>
        <translation>在地图上选中</translation>
    </message>
    <message>
        <source>Select these words and the nearest tokens on the map of their space</source>
        <translation>在所属空间的地图上选中这些词和最近的词元</translation>
    </message>
    <message>
        <source>the offset b − a, from a and from c</source>
        <translation>偏移 b − a，分别从 a 和 c 出发</translation>
    </message>
    <message>
        <source>rank of {word}, input words excluded and allowed</source>
        <translation>{word} 的排名（排除与允许输入词）</translation>
    </message>
    <message>
        <source>second words shuffled</source>
        <translation>打乱第二个词</translation>
    </message>
    <message>
        <source>cosine of each offset with the mean of the others</source>
        <translation>各偏移与其余偏移均值的余弦</translation>
    </message>
    <message>
        <source>cosine {value}</source>
        <translation>余弦 {value}</translation>
    </message>
    <message>
        <source>{formula}: nearest tokens</source>
        <translation>{formula}：最近的词元</translation>
    </message>
    <message>
        <source>Rank of the expected word in each analogy</source>
        <translation>每个类比中期望词的排名</translation>
    </message>
    <message>
        <source>Do the offsets of these pairs point one way?</source>
        <translation>这些词对的偏移方向一致吗？</translation>
    </message>
    <message>
        <source>Load a model to solve analogies with its token embeddings.</source>
        <translation>加载一个模型，用它的词元嵌入求解类比。</translation>
    </message>
    <message>
        <source>Computing cosines with every token of the vocabulary.</source>
        <translation>正在计算与词表中每个词元的余弦。</translation>
    </message>
    <message>
        <source>one analogy</source>
        <translation>单个类比</translation>
    </message>
    <message>
        <source>set of analogies</source>
        <translation>一组类比</translation>
    </message>
    <message>
        <source>offsets of pairs</source>
        <translation>词对的偏移</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>plane of b − a and c − a</source>
        <translation>b − a 与 c − a 的平面</translation>
    </message>
    <message>
        <source>principal axes (PCA)</source>
        <translation>主轴（PCA）</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>The engine is not ready. Ask again when it is.</source>
        <translation>计算引擎尚未就绪。请在就绪后重新提问。</translation>
    </message>
    <message>
        <source>No model is loaded. Load one, then ask again.</source>
        <translation>没有加载模型。请先加载一个，再重新提问。</translation>
    </message>
    <message>
        <source>The loaded model did not make this run. Load its model, or begin a new run, then ask again.</source>
        <translation>此运行记录不是由已加载的模型生成的。请加载它的模型，或开始新的运行记录，再重新提问。</translation>
    </message>
    <message>
        <source>A new run is about to begin. Ask again when it is there.</source>
        <translation>即将开始新的运行记录。请在它出现后重新提问。</translation>
    </message>
    <message>
        <source>The engine ended or the model changed before this was done. Ask again.</source>
        <translation>计算引擎在完成之前结束了，或模型已更换。请重新提问。</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation>未完成就已停止。</translation>
    </message>
</context>
<context>
    <name>AskPath</name>
    <message>
        <source>{name} exists already.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace it?</source>
        <translation>要替换它吗？</translation>
    </message>
</context>
<context>
    <name>AttentionAtlasView</name>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} 层</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 个头</translation>
    </message>
    <message>
        <source>{n} heads</source>
        <translation>{n} 个头</translation>
    </message>
    <message>
        <source>bar: {score} on this text, 0 to {full}</source>
        <translation>条形：{score}（此文本），0 至 {full}</translation>
    </message>
    <message>
        <source>without the first token (attention sink)</source>
        <translation>不计首个词元（注意力汇聚点）</translation>
    </message>
    <message>
        <source>zoomed out: each cell shows the strongest weight among {n} × {n} tokens</source>
        <translation>已缩小：每格显示 {n} × {n} 个词元中最强的权重</translation>
    </message>
    <message>
        <source>{n} of {all} positions are not stored</source>
        <translation>{all} 个位置中有 {n} 个未存储</translation>
    </message>
    <message>
        <source>Attention: all heads</source>
        <translation>注意力：全部头</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>全部头</translation>
    </message>
    <message>
        <source>Every head of every layer</source>
        <translation>每一层的每个注意力头</translation>
    </message>
    <message>
        <source>attention map</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>heads grid</source>
        <translation>注意力头网格</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>A small picture of every attention head: each row is a token, and bright cells are the earlier tokens it attends to.</source>
        <translation>每个注意力头一幅小图：每行是一个词元，亮格是它所关注的前面的词元。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>The bar under each head, from this text.</source>
        <translation>每个头下方的条形，按此文本计算。</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Heads with the highest score first, instead of layer by layer.</source>
        <translation>得分最高的头排在前面，而不是逐层排列。</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>How attention weights become colour.</source>
        <translation>注意力权重如何对应颜色。</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Off: leaves out attention to the first token (the attention sink), which otherwise outshines the rest.</source>
        <translation>关闭时：略去对首个词元的注意力（注意力汇聚点），否则它会盖过其余部分。</translation>
    </message>
    <message>
        <source>Compute it with the loaded model</source>
        <translation>用已加载的模型计算</translation>
    </message>
    <message>
        <source>attention, {scale}</source>
        <translation>注意力，{scale}</translation>
    </message>
    <message>
        <source>No attention to show yet. It appears here as tokens are generated.</source>
        <translation>还没有可显示的注意力。词元生成后会显示在这里。</translation>
    </message>
    <message>
        <source>The attention of this text is not stored: the text is long, or the file was saved without it.</source>
        <translation>此文本的注意力没有存储：文本太长，或文件保存时未包含它。</translation>
    </message>
</context>
<context>
    <name>AttentionHeadView</name>
    <message>
        <source>Attention: one head</source>
        <translation>注意力：单个头</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>Attention pattern with exact values</source>
        <translation>带精确数值的注意力模式</translation>
    </message>
    <message>
        <source>attention pattern</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>attention matrix</source>
        <translation>注意力矩阵</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>The attention of one head as a table: row = token that attends, column = token attended to.</source>
        <translation>把一个头的注意力列成表格：行 = 发出关注的词元，列 = 被关注的词元。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The selected head, a mean over heads, or its difference from another head.</source>
        <translation>选中的头、若干头的均值，或它与另一个头之差。</translation>
    </message>
    <message>
        <source>Selected heads</source>
        <translation>选中的头</translation>
    </message>
    <message>
        <source>The heads to average, as in 5.1 7.3.</source>
        <translation>要取均值的头，形如 5.1 7.3。</translation>
    </message>
    <message>
        <source>minus layer</source>
        <translation>减去的层</translation>
    </message>
    <message>
        <source>The head to subtract, for a difference.</source>
        <translation>求差时要减去的头。</translation>
    </message>
    <message>
        <source>minus head</source>
        <translation>减去的头</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>How attention weights become colour.</source>
        <translation>注意力权重如何对应颜色。</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Off: leaves out attention to the first token (the attention sink), which otherwise outshines the rest.</source>
        <translation>关闭时：略去对首个词元的注意力（注意力汇聚点），否则它会盖过其余部分。</translation>
    </message>
    <message>
        <source>Compute it with the loaded model</source>
        <translation>用已加载的模型计算</translation>
    </message>
    <message>
        <source>attention, {scale}</source>
        <translation>注意力，{scale}</translation>
    </message>
    <message>
        <source>difference of attention</source>
        <translation>注意力之差</translation>
    </message>
    <message>
        <source>|Σ| ≤ {largest}</source>
        <translation>|Σ| ≤ {largest}</translation>
    </message>
    <message>
        <source>Σ ≤ {largest}</source>
        <translation>Σ ≤ {largest}</translation>
    </message>
    <message>
        <source>|sums| ≤ {largest}</source>
        <translation>|和| ≤ {largest}</translation>
    </message>
    <message>
        <source>sums ≤ {largest}</source>
        <translation>和 ≤ {largest}</translation>
    </message>
    <message>
        <source>not heads of this model: {text}</source>
        <translation>不是此模型的注意力头：{text}</translation>
    </message>
    <message>
        <source>name the heads to average in this view&apos;s options, as in 5.1 7.3</source>
        <translation>请在此视图的选项中填写要取均值的头，形如 5.1 7.3</translation>
    </message>
    <message>
        <source>No attention yet. Type a prompt and press play.</source>
        <translation>还没有注意力。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run.</source>
        <translation>此运行记录中没有存储这个头的注意力。</translation>
    </message>
    <message>
        <source>The attention of this head is not stored in this run. It is being recomputed.</source>
        <translation>此运行记录中没有存储这个头的注意力。正在重新计算。</translation>
    </message>
    <message>
        <source>one head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>mean of the layer</source>
        <translation>本层均值</translation>
    </message>
    <message>
        <source>mean of selected heads</source>
        <translation>选中头的均值</translation>
    </message>
    <message>
        <source>mean of layer {layer}</source>
        <translation>第 {layer} 层的均值</translation>
    </message>
    <message>
        <source>mean of {heads}</source>
        <translation>{heads} 的均值</translation>
    </message>
    <message>
        <source>rows attend to columns</source>
        <translation>行关注列</translation>
    </message>
    <message>
        <source>without the first token (attention sink, {share} of attention)</source>
        <translation>不计首个词元（注意力汇聚点，占注意力的 {share}）</translation>
    </message>
    <message>
        <source>to the first token (attention sink): {share}</source>
        <translation>对首个词元（注意力汇聚点）：{share}</translation>
    </message>
    <message>
        <source>the first {n} of {all} tokens, the rest when generation pauses</source>
        <translation>{all} 个词元中的前 {n} 个，其余在生成暂停后显示</translation>
    </message>
    <message>
        <source>zoomed out: each cell shows the strongest weight among {n} × {n} tokens</source>
        <translation>已缩小：每格显示 {n} × {n} 个词元中最强的权重</translation>
    </message>
    <message>
        <source>zoomed in: double-click shows all</source>
        <translation>已放大：双击显示全部</translation>
    </message>
    <message>
        <source>a later token: never attended to</source>
        <translation>后面的词元：从不被关注</translation>
    </message>
    <message>
        <source>row sum {row}, column sum {column}</source>
        <translation>行和 {row}，列和 {column}</translation>
    </message>
</context>
<context>
    <name>AttentionTextView</name>
    <message>
        <source>attends to</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>attended by</source>
        <translation>被关注</translation>
    </message>
    <message>
        <source>Attention on the text</source>
        <translation>注意力：文本着色</translation>
    </message>
    <message>
        <source>On the text</source>
        <translation>文本着色</translation>
    </message>
    <message>
        <source>From or to a token</source>
        <translation>某个词元关注什么，或被什么关注</translation>
    </message>
    <message>
        <source>attention highlighting</source>
        <translation>注意力高亮</translation>
    </message>
    <message>
        <source>BertViz</source>
        <translation>BertViz</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>Point at a token: the text is shaded by how much it attends to each other token, or how much they attend to it.</source>
        <translation>用鼠标指向一个词元：文本按它对其他各词元的关注程度，或其他词元对它的关注程度着色。</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>What the token attends to, or which tokens attend to it.</source>
        <translation>该词元关注什么，或哪些词元关注它。</translation>
    </message>
    <message>
        <source>Mean of the layer</source>
        <translation>本层均值</translation>
    </message>
    <message>
        <source>The mean over all heads of the selected head&apos;s layer.</source>
        <translation>选中的头所在层全部头的均值。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Several heads in colours, as in 5.1 7.3; empty: the selected one.</source>
        <translation>用不同颜色显示几个头，形如 5.1 7.3；留空则为选中的头。</translation>
    </message>
    <message>
        <source>No attention yet. Type a prompt and press play.</source>
        <translation>还没有注意力。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>mean of layer {layer}</source>
        <translation>第 {layer} 层的均值</translation>
    </message>
    <message>
        <source>{token} attends to</source>
        <translation>{token} 关注的词元</translation>
    </message>
    <message>
        <source>{token} is attended to by</source>
        <translation>关注 {token} 的词元</translation>
    </message>
    <message>
        <source>not heads of this model: {text}</source>
        <translation>不是此模型的注意力头：{text}</translation>
    </message>
    <message>
        <source>not stored in this run; recomputed with the loaded model</source>
        <translation>此运行记录中没有存储；已用加载的模型重新计算</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Orrery: for the audience</source>
        <translation>Orrery：听众窗口</translation>
    </message>
</context>
<context>
    <name>BoardRows</name>
    <message>
        <source>Interventions</source>
        <translation>干预</translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>{site} is in the list of interventions.</source>
        <translation>{site} 已在干预列表中。</translation>
    </message>
    <message>
        <source>The list of interventions could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation>无法将干预列表保存到 {path}（{why}）。请另选文件夹或文件名。</translation>
    </message>
    <message>
        <source>The list of interventions was saved: {path}</source>
        <translation>已保存干预列表：{path}</translation>
    </message>
    <message>
        <source>This list of interventions was made for {other}, but the loaded model is {name}.</source>
        <translation>此干预列表是为 {other} 制作的，而已加载的模型是 {name}。</translation>
    </message>
    <message>
        <source>This model has no {sites}, so these rows were left out.</source>
        <translation>此模型没有 {sites}，因此略去了这些行。</translation>
    </message>
    <message>
        <source>Lists of interventions (*.json)</source>
        <translation>干预列表 (*.json)</translation>
    </message>
    <message>
        <source>Load a list of interventions</source>
        <translation>加载干预列表</translation>
    </message>
    <message>
        <source>Save the list of interventions</source>
        <translation>保存干预列表</translation>
    </message>
</context>
<context>
    <name>Brackets</name>
    <message>
        <source>type brackets, such as (()(</source>
        <translation>输入括号，例如 (()(</translation>
    </message>
    <message>
        <source>Bracket string to try</source>
        <translation>要测试的括号字符串</translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation>清空此行</translation>
    </message>
    <message>
        <source>Bracket model</source>
        <translation>括号模型</translation>
    </message>
    <message>
        <source>Checkpoint along the training</source>
        <translation>训练过程中的检查点</translation>
    </message>
    <message>
        <source>The model at this point of its training; at the right end it is finished</source>
        <translation>模型在训练到此处时的状态；滑块在最右端时为训练完成的模型</translation>
    </message>
    <message>
        <source>Open in every view</source>
        <translation>在所有视图中打开</translation>
    </message>
    <message>
        <source>Load this bracket model as the model, so that attention, neurons, layers and the map show this string</source>
        <translation>把此括号模型作为当前模型加载，让注意力、神经元、各层和地图显示这个字符串</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>checkpoint {i}</source>
        <translation>检查点 {i}</translation>
    </message>
    <message>
        <source>checkpoint 88</source>
        <translation>检查点 88</translation>
    </message>
    <message>
        <source>Run in every view</source>
        <translation>在所有视图中运行</translation>
    </message>
    <message>
        <source>Being measured</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Two blocks learn the language after about 10 million examples, with about 400,000 weights.</source>
        <translation>两层（块）经过约 1000 万个样本学会这种语言，权重约 40 万个。</translation>
    </message>
    <message>
        <source>Its probability on valid symbols is {p} on held-out strings within the trained lengths after {n} examples. The training differs from the essay&apos;s: all lengths are equally likely, and the learning rate rises and falls.</source>
        <translation>在训练长度以内的留出字符串上，经过 {n} 个样本后，合法符号的概率总和为 {p}。训练与文中不同：各种长度等概率出现，学习率先升后降。</translation>
    </message>
    <message>
        <source>On all {n} valid prefixes of up to {m} brackets it is wrong {k} times.</source>
        <translation>在不超过 {m} 个括号的全部 {n} 个合法前缀上，它错 {k} 次。</translation>
    </message>
    <message>
        <source>One block of the same width does not learn it.</source>
        <translation>同样宽度的一层（块）学不会。</translation>
    </message>
    <message>
        <source>Here one layer (block) learns it too: probability on valid symbols {p} after {n} examples. A single head that attends evenly to all brackets can average +1 and −1 over them, which is depth divided by length.</source>
        <translation>这里一层（块）也学会了：经过 {n} 个样本后，合法符号的概率总和为 {p}。只要一个头均匀关注所有括号，就能对它们的 +1 和 −1 取平均，即深度除以长度。</translation>
    </message>
    <message>
        <source>After a balanced string the model gives 15 % to one more closing bracket, which is wrong.</source>
        <translation>在平衡的字符串之后，模型仍给多余的右括号 15% 的概率，这是错的。</translation>
    </message>
    <message>
        <source>During training, at checkpoint {i}, the same is seen: after {n} opened and {n} closed brackets it gives {p} to one more. The finished model gives at most {q} within the trained lengths.</source>
        <translation>训练途中的检查点 {i} 也是如此：{n} 个左括号和 {n} 个右括号之后，它给多余的右括号 {p} 的概率。训练完成的模型在训练长度以内至多给 {q}。</translation>
    </message>
    <message>
        <source>For longer and longer rows of (, the most likely completion is correct up to some length and then fails.</source>
        <translation>连续的 ( 越来越长时，最可能的补全在某个长度以内正确，再长就出错。</translation>
    </message>
    <message>
        <source>No row of up to {n} fails here.</source>
        <translation>这里不超过 {n} 个的连续左括号都不出错。</translation>
    </message>
    <message>
        <source>It is correct up to {m} and fails at {n}, where it puts {k} closing brackets after {n} opening ones.</source>
        <translation>它在 {m} 个以内正确，到 {n} 个时出错：在 {n} 个左括号之后放了 {k} 个右括号。</translation>
    </message>
    <message>
        <source>No training string opens that many in a row.</source>
        <translation>没有任何训练字符串连续打开这么多括号。</translation>
    </message>
    <message>
        <source>After a prefix where the string cannot end, the model is sure that it ends.</source>
        <translation>在字符串不可能结束的某个前缀之后，模型却确信它结束。</translation>
    </message>
    <message>
        <source>No such prefix was found.</source>
        <translation>没有找到这样的前缀。</translation>
    </message>
    <message>
        <source>After {n} brackets, at depth {d}, it expects {what} with {p}, though it was correct after each shorter prefix. Closing what is open needs {m} brackets in all; it was trained on up to {t}.</source>
        <translation>在 {n} 个括号之后、深度为 {d} 时，它以 {p} 的概率预测“{what}”，而在每个更短的前缀之后它都正确。闭合所有未闭合的括号，总共需要 {m} 个括号；训练时最多 {t} 个。</translation>
    </message>
    <message>
        <source>The reason: counting needs a memory that a pass of fixed depth does not have.</source>
        <translation>原因：计数需要记忆，而深度固定的一次前向传播没有这种记忆。</translation>
    </message>
    <message>
        <source>A linear probe finds the depth in the hidden states: R² {a} within the trained lengths, {b} beyond. So the model does keep an approximate count, and it becomes unreliable at lengths it was never trained on.</source>
        <translation>线性探针在隐藏状态中找到了深度：训练长度以内 R² 为 {a}，超出后为 {b}。可见模型确实保有一个近似的计数，但在从未训练过的长度上变得不可靠。</translation>
    </message>
    <message>
        <source>Brackets: what the essay says, and what is measured here</source>
        <translation>括号：文中的说法与这里的测量</translation>
    </message>
    <message>
        <source>It says:</source>
        <translation>文中说：</translation>
    </message>
    <message>
        <source>Essay: Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023). The language: strings of ( and ) in which every bracket that opens is closed again. After each bracket the model predicts what comes next: another (, a ), or the end. A person who counts is never wrong.</source>
        <translation>文章：Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023)。这种语言：由 ( 和 ) 组成、每个左括号都有右括号与之闭合的字符串。模型在每个括号之后预测接下来是什么：又一个 (，一个 )，还是结束。会数数的人从不出错。</translation>
    </message>
    <message>
        <source>as in the essay</source>
        <translation>与文中一致</translation>
    </message>
    <message>
        <source>differs from the essay</source>
        <translation>与文中不同</translation>
    </message>
    <message>
        <source>To see for yourself: move the checkpoint slider of “Try a string”; click a cell of the error map; train a model of your own; open the bracket model in every view and switch its heads off.</source>
        <translation>亲自看看：拖动“测试字符串”的检查点滑块；点击错误分布图的一格；自己训练一个模型；在所有视图中打开括号模型，并关闭它的注意力头。</translation>
    </message>
    <message>
        <source>Hidden states in space</source>
        <translation>空间中的隐藏状态</translation>
    </message>
    <message>
        <source>depth, square root</source>
        <translation>深度，平方根</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Train a model with these settings, or resume exactly where it stopped</source>
        <translation>用这些设置训练一个模型，或从停下之处原样继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause; Start resumes exactly here</source>
        <translation>暂停；点击“开始”即从此处原样继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and try the best model so far</source>
        <translation>停止，并试用目前最好的模型</translation>
    </message>
    <message>
        <source>Checkpoint of the training</source>
        <translation>训练的检查点</translation>
    </message>
    <message>
        <source>Move along the training</source>
        <translation>沿训练过程移动</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{n} examples</source>
        <translation>{n} 个样本</translation>
    </message>
    <message>
        <source>The training begins …</source>
        <translation>训练即将开始…</translation>
    </message>
    <message>
        <source>Reading the stored training …</source>
        <translation>正在读取已存储的训练过程…</translation>
    </message>
    <message>
        <source>The bundled model after {n} examples: probability on valid symbols {p}, top prediction valid for {a}</source>
        <translation>内置模型，经过 {n} 个样本：合法符号的概率总和 {p}，首选预测合法的占 {a}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{state}: {n} of {all} examples, probability on valid symbols {p}, top prediction valid for {a}</source>
        <translation>{state}：{n} / {all} 个样本，合法符号的概率总和 {p}，首选预测合法的占 {a}</translation>
    </message>
    <message>
        <source>Stored checkpoint {i} of {n}: move the slider, or press Start to train a model of your own.</source>
        <translation>已存储的检查点 {i} / {n}：拖动滑块，或点击“开始”自己训练一个模型。</translation>
    </message>
    <message>
        <source>best so far {p}, saved as {name}</source>
        <translation>目前最好 {p}，已存为 {name}</translation>
    </message>
    <message>
        <source>{v} examples per second, {left} left · {best}</source>
        <translation>每秒 {v} 个样本，剩余时间 {left} · {best}</translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} 分 {s} 秒</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>hidden states after the last layer, {share} of the variance; drag to rotate</source>
        <translation>末层之后的隐藏状态，占方差的 {share}；拖动可旋转</translation>
    </message>
    <message>
        <source>attention of every head over {string} (start token first; square-root colour scale, 0 to 1)</source>
        <translation>每个头在 {string} 上的注意力（起始词元在最前；平方根色标，0 至 1）</translation>
    </message>
    <message>
        <source>two-layer model</source>
        <translation>两层模型</translation>
    </message>
    <message>
        <source>one-layer model</source>
        <translation>一层模型</translation>
    </message>
    <message>
        <source>two-layer model, ( ) and [ ]</source>
        <translation>两层模型，( ) 和 [ ]</translation>
    </message>
    <message>
        <source>trained here: {name}</source>
        <translation>在此训练：{name}</translation>
    </message>
    <message>
        <source>{net}, checkpoint {i}</source>
        <translation>{net}，检查点 {i}</translation>
    </message>
    <message>
        <source>( opens</source>
        <translation>( 左括号</translation>
    </message>
    <message>
        <source>) closes</source>
        <translation>) 右括号</translation>
    </message>
    <message>
        <source>[ opens</source>
        <translation>[ 左方括号</translation>
    </message>
    <message>
        <source>] closes</source>
        <translation>] 右方括号</translation>
    </message>
    <message>
        <source>End of the string</source>
        <translation>字符串结束</translation>
    </message>
    <message>
        <source>No failure was found: this model is correct after every prefix that was tried.</source>
        <translation>没有找到出错之处：此模型在试过的每个前缀之后都正确。</translation>
    </message>
    <message>
        <source>Running the bracket model …</source>
        <translation>正在运行括号模型…</translation>
    </message>
    <message>
        <source>Closed too often: after {n} bracket(s), nothing can make the string balanced again.</source>
        <translation>闭合过多：在 {n} 个括号之后，再补任何符号也无法使字符串平衡。</translation>
    </message>
    <message>
        <source>Correct after {n} bracket(s): the model expects {what} ({p}), which is valid.</source>
        <translation>{n} 个括号之后正确：模型预测“{what}”（{p}），这是合法的。</translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), which can only begin a string.</source>
        <translation>{n} 个括号之后错误：模型预测“{what}”（{p}），而它只能出现在字符串开头。</translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), which can only begin a string.</source>
        <translation>{m} 个括号之后正确，{n} 个之后错误：模型预测“{what}”（{p}），而它只能出现在字符串开头。</translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although 1 is still open.</source>
        <translation>{n} 个括号之后错误：模型预测“{what}”（{p}），但还有 1 个括号未闭合。</translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although 1 is still open.</source>
        <translation>{m} 个括号之后正确，{n} 个之后错误：模型预测“{what}”（{p}），但还有 1 个括号未闭合。</translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although {d} are still open.</source>
        <translation>{n} 个括号之后错误：模型预测“{what}”（{p}），但还有 {d} 个括号未闭合。</translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although {d} are still open.</source>
        <translation>{m} 个括号之后正确，{n} 个之后错误：模型预测“{what}”（{p}），但还有 {d} 个括号未闭合。</translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although none is open.</source>
        <translation>{n} 个括号之后错误：模型预测“{what}”（{p}），但已没有未闭合的括号。</translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although none is open.</source>
        <translation>{m} 个括号之后正确，{n} 个之后错误：模型预测“{what}”（{p}），但已没有未闭合的括号。</translation>
    </message>
    <message>
        <source>Wrong after {n} bracket(s): the model expects {what} ({p}), although one of the other kind is open.</source>
        <translation>{n} 个括号之后错误：模型预测“{what}”（{p}），但未闭合的是另一种括号。</translation>
    </message>
    <message>
        <source>Correct after {m} bracket(s), wrong after {n}: the model expects {what} ({p}), although one of the other kind is open.</source>
        <translation>{m} 个括号之后正确，{n} 个之后错误：模型预测“{what}”（{p}），但未闭合的是另一种括号。</translation>
    </message>
    <message>
        <source>Type some of ( and ), for example (()), or clear the line to see the model&apos;s own failure.</source>
        <translation>输入一些 ( 和 )，例如 (())；或清空此行，查看模型自身的出错之处。</translation>
    </message>
    <message>
        <source>{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid symbols at most {mass}.</source>
        <translation>{n} 个括号：{all} 个前缀中有 {wrong} 个错误，非法符号的概率总和至多 {mass}。</translation>
    </message>
    <message>
        <source>{n} bracket(s): {wrong} of {all} prefixes are wrong, probability on invalid symbols at most {mass}. Closing what is open at the first of them needs {m} brackets; the model was trained up to {t}.</source>
        <translation>{n} 个括号：{all} 个前缀中有 {wrong} 个错误，非法符号的概率总和至多 {mass}。在第一个错误处闭合所有未闭合的括号，共需 {m} 个括号；模型训练时最多 {t} 个。</translation>
    </message>
    <message>
        <source>Nothing is typed: this is the shortest failure found by search. {counts}</source>
        <translation>没有输入：这是搜索到的最短出错字符串。{counts}</translation>
    </message>
    <message>
        <source>{counts} Clear the line to see the model&apos;s own failure.</source>
        <translation>{counts}清空此行，可查看模型自身的出错之处。</translation>
    </message>
    <message>
        <source>After {n} bracket(s), depth {d}: {shares}</source>
        <translation>{n} 个括号之后，深度 {d}：{shares}</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>outside the language</source>
        <translation>不属于该语言</translation>
    </message>
    <message>
        <source>One bracket earlier</source>
        <translation>前一个括号处</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>{mark} {place}: {n} bracket(s), depth {d}, {state}   {string}</source>
        <translation>{mark} {place}：{n} 个括号，深度 {d}，{state}   {string}</translation>
    </message>
</context>
<context>
    <name>BracketsErrorView</name>
    <message>
        <source>random prefixes</source>
        <translation>随机前缀</translation>
    </message>
    <message>
        <source>all up to 14</source>
        <translation>14 个以内的全部</translation>
    </message>
    <message>
        <source>Brackets: error map</source>
        <translation>括号：错误分布图</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>错误分布图</translation>
    </message>
    <message>
        <source>By length and depth</source>
        <translation>按长度和深度</translation>
    </message>
    <message>
        <source>error heatmap</source>
        <translation>错误热图</translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation>长度泛化</translation>
    </message>
    <message>
        <source>out of distribution</source>
        <translation>分布外</translation>
    </message>
    <message>
        <source>How often the small model is wrong for each length and depth; click a cell to list its worst strings.</source>
        <translation>小模型在每种长度和深度上出错的频率；点击一格，列出其中最差的字符串。</translation>
    </message>
    <message>
        <source>Prefixes</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Random prefixes, or all prefixes of up to 14 brackets.</source>
        <translation>随机前缀，或不超过 14 个括号的全部前缀。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length of the longest prefix shown.</source>
        <translation>所示最长前缀的长度。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Depth (unclosed brackets) of the deepest prefix shown.</source>
        <translation>所示最深前缀的深度（未闭合的括号数）。</translation>
    </message>
    <message>
        <source>dashed: limit of the trained lengths</source>
        <translation>虚线：训练长度的上限</translation>
    </message>
    <message>
        <source>mean over the prefixes</source>
        <translation>各前缀的均值</translation>
    </message>
    <message>
        <source>brackets so far → (depth upwards)</source>
        <translation>已有括号数 →（纵向为深度）</translation>
    </message>
    <message>
        <source>brackets →</source>
        <translation>括号数 →</translation>
    </message>
    <message>
        <source>End, invalid</source>
        <translation>结束，非法</translation>
    </message>
    <message>
        <source>closing, invalid</source>
        <translation>闭合，非法</translation>
    </message>
    <message>
        <source>top prediction invalid</source>
        <translation>首选预测非法</translation>
    </message>
    <message>
        <source>probability of End where it is invalid</source>
        <translation>“结束”非法处的“结束”概率</translation>
    </message>
    <message>
        <source>probability of closing where it is invalid</source>
        <translation>“闭合”非法处的“闭合”概率</translation>
    </message>
    <message>
        <source>fraction of prefixes whose top prediction is invalid</source>
        <translation>首选预测非法的前缀比例</translation>
    </message>
    <message>
        <source>Running the bracket model on thousands of prefixes …</source>
        <translation>正在数千个前缀上运行括号模型…</translation>
    </message>
    <message>
        <source>every valid prefix</source>
        <translation>全部合法前缀</translation>
    </message>
    <message>
        <source>{net}: {n} prefixes up to {longest} brackets, {how}</source>
        <translation>{net}：不超过 {longest} 个括号的 {n} 个前缀，{how}</translation>
    </message>
    <message>
        <source>Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths).</source>
        <translation>在不超过 {n} 个括号（训练长度）的字符串中，{p} 的前缀出错。</translation>
    </message>
    <message>
        <source>Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths), {q} beyond.</source>
        <translation>在不超过 {n} 个括号（训练长度）的字符串中，{p} 的前缀出错；超出后为 {q}。</translation>
    </message>
    <message numerus="yes">
        <source>{n} bracket(s), depth {d}</source>
        <translation>
            <numerusform>{n} 个括号，深度 {d}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prefix(es)</source>
        <translation>
            <numerusform>{n} 个前缀</numerusform>
        </translation>
    </message>
    <message>
        <source>End {p}</source>
        <translation>结束 {p}</translation>
    </message>
    <message>
        <source>closing {p}</source>
        <translation>闭合 {p}</translation>
    </message>
    <message>
        <source>wrong {p}</source>
        <translation>错误 {p}</translation>
    </message>
</context>
<context>
    <name>BracketsLargeView</name>
    <message>
        <source>the string alone</source>
        <translation>仅字符串</translation>
    </message>
    <message>
        <source>described</source>
        <translation>附说明</translation>
    </message>
    <message>
        <source>few-shot</source>
        <translation>少样本</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>16 random strings</source>
        <translation>16 个随机字符串</translation>
    </message>
    <message>
        <source>the string being tried</source>
        <translation>正在测试的字符串</translation>
    </message>
    <message>
        <source>Brackets: language model</source>
        <translation>括号：语言模型</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Can a large model count?</source>
        <translation>大模型会数数吗？</translation>
    </message>
    <message>
        <source>LLM</source>
        <translation>LLM</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Puts the same bracket strings to the loaded language model, next to the small model and an exact counter.</source>
        <translation>把同样的括号字符串交给已加载的语言模型，与小模型和精确计数器并列比较。</translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation>提示方式</translation>
    </message>
    <message>
        <source>The text put before the string.</source>
        <translation>放在字符串之前的文本。</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>The strings that the model is asked about.</source>
        <translation>拿来询问模型的字符串。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>The string shown character by character.</source>
        <translation>逐个字符显示的字符串。</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>top prediction of the three is valid</source>
        <translation>三者中的首选预测合法</translation>
    </message>
    <message>
        <source>between ) and End, the valid one is more likely (guessing: 50 %)</source>
        <translation>) 与“结束”之间，合法的那个更可能（随机猜测：50%）</translation>
    </message>
    <message>
        <source>depth (bars: 95 % Wilson intervals)</source>
        <translation>深度（误差线：95% Wilson 区间）</translation>
    </message>
    <message>
        <source>depth {d}</source>
        <translation>深度 {d}</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>模型读到的内容</translation>
    </message>
    <message>
        <source>{string} as {model} reads it; empty: other characters</source>
        <translation>{model} 读到的 {string}；空白：其他字符</translation>
    </message>
    <message>
        <source>invalid (hatched)</source>
        <translation>非法（斜线）</translation>
    </message>
    <message>
        <source>the bracket model</source>
        <translation>括号模型</translation>
    </message>
    <message>
        <source>a counter (always correct)</source>
        <translation>计数器（始终正确）</translation>
    </message>
    <message>
        <source>No language model is loaded</source>
        <translation>没有加载语言模型</translation>
    </message>
    <message>
        <source>Can {model} count? Prompt style: {framing}</source>
        <translation>{model} 会数数吗？提示方式：{framing}</translation>
    </message>
    <message>
        <source>The model is asked what follows each prefix: (, ) or the end, which is a line break.</source>
        <translation>询问模型每个前缀之后是什么：(、) 还是结束（换行）。</translation>
    </message>
    <message>
        <source>{who} {p} ({right} of {count})</source>
        <translation>{who} {p}（{right} / {count}）</translation>
    </message>
    <message>
        <source>Close or end, correct: {parts}. Other characters get {other}; tokenizations left out: {lost}.</source>
        <translation>闭合还是结束，正确率：{parts}。其他字符占 {other}；略去的分词方式占 {lost}。</translation>
    </message>
    <message>
        <source>Load a language model (Ctrl+M) and ask it the same strings.</source>
        <translation>加载语言模型（Ctrl+M），拿同样的字符串问它。</translation>
    </message>
    <message>
        <source>The loaded model is a bracket model itself. Load a language model (Ctrl+M) to compare.</source>
        <translation>已加载的模型本身就是括号模型。请加载语言模型（Ctrl+M）来比较。</translation>
    </message>
    <message>
        <source>Asking, character by character … Progress and Cancel are in the status line.</source>
        <translation>正在逐个字符询问。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Press “Ask the model”. It takes one forward pass per prefix; progress is in the status line.</source>
        <translation>点击“询问模型”。每个前缀需要一次前向传播；进度见状态栏。</translation>
    </message>
    <message>
        <source>{net} and an exact counter are asked the same.</source>
        <translation>对 {net} 和精确计数器也问同样的问题。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer joins brackets ({n} tokens consist of brackets only: {merged}{more}). It would read this string as {cut}. All ways to split it are added up, so that every character gets one probability.</source>
        <translation>此模型的分词器会把括号合并（有 {n} 个词元只由括号组成：{merged}{more}）。它会把这个字符串读作 {cut}。各种分词方式全部相加，使每个字符得到一个概率。</translation>
    </message>
</context>
<context>
    <name>BracketsLessonView</name>
    <message>
        <source>Brackets: claims checked</source>
        <translation>括号：论断核对</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>What the essay says, what is measured</source>
        <translation>文中的说法，这里的测量</translation>
    </message>
    <message>
        <source>Wolfram</source>
        <translation>Wolfram</translation>
    </message>
    <message>
        <source>What is ChatGPT doing</source>
        <translation>What is ChatGPT doing</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>复现</translation>
    </message>
    <message>
        <source>Statements from Stephen Wolfram&apos;s essay on this experiment, each beside what is measured here.</source>
        <translation>Stephen Wolfram 文中关于这一实验的论断，逐条与这里的测量并列。</translation>
    </message>
</context>
<context>
    <name>BracketsSequencesView</name>
    <message>
        <source>Brackets: opening only</source>
        <translation>括号：连续左括号</translation>
    </message>
    <message>
        <source>(((( …</source>
        <translation>(((( …</translation>
    </message>
    <message>
        <source>How long until it miscounts?</source>
        <translation>数到多少会出错？</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>repeated brackets</source>
        <translation>重复括号</translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation>长度泛化</translation>
    </message>
    <message>
        <source>Strings of 1, 2, 3 … opening brackets: does the small model close exactly as many? Click one to try it.</source>
        <translation>1、2、3 … 个左括号组成的字符串：小模型闭合的个数恰好相同吗？点击一个来测试。</translation>
    </message>
    <message>
        <source>closes once more (invalid)</source>
        <translation>再闭合一次（非法）</translation>
    </message>
    <message>
        <source>ends (valid)</source>
        <translation>结束（合法）</translation>
    </message>
    <message>
        <source>ends one bracket early (invalid)</source>
        <translation>提前一个括号结束（非法）</translation>
    </message>
    <message>
        <source>as many as were opened</source>
        <translation>与打开的一样多</translation>
    </message>
    <message>
        <source>● correct   ✗ wrong</source>
        <translation>● 正确   ✗ 错误</translation>
    </message>
    <message>
        <source>opening brackets in a row</source>
        <translation>连续左括号数</translation>
    </message>
    <message>
        <source>brackets closed before it ends</source>
        <translation>结束前闭合的括号数</translation>
    </message>
    <message>
        <source>never trained on</source>
        <translation>从未训练过</translation>
    </message>
    <message>
        <source>brackets opened, then closed</source>
        <translation>先打开、再闭合的括号数</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Completing rows of opening brackets …</source>
        <translation>正在补全连续的左括号…</translation>
    </message>
    <message>
        <source>{net}: every row of up to {n} opening brackets is completed correctly</source>
        <translation>{net}：不超过 {n} 个的连续左括号全部补全正确</translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, which is correct</source>
        <translation>{n} 个左括号：模型闭合 {m} 个，正确</translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m} and ends too early</source>
        <translation>{n} 个左括号：模型闭合 {m} 个，结束得太早</translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, one too many</source>
        <translation>{n} 个左括号：模型闭合 {m} 个，多了一个</translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m}, one of the wrong kind</source>
        <translation>{n} 个左括号：模型闭合 {m} 个，其中一个种类不对</translation>
    </message>
    <message>
        <source>{n} opened: the model closes {m} and does not end</source>
        <translation>{n} 个左括号：模型闭合 {m} 个，但没有结束</translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it ends too early</source>
        <translation>{net}：{m} 个左括号以内正确；到 {n} 个时结束得太早</translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it closes one too many</source>
        <translation>{net}：{m} 个左括号以内正确；到 {n} 个时多闭合一个</translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it closes one of the wrong kind</source>
        <translation>{net}：{m} 个左括号以内正确；到 {n} 个时闭合了一个种类不对的</translation>
    </message>
    <message>
        <source>{net}: correct up to {m} opening brackets; at {n} it does not end</source>
        <translation>{net}：{m} 个左括号以内正确；到 {n} 个时没有结束</translation>
    </message>
    <message>
        <source>{n} opened and closed: closes once more with {p}, ends with {q}</source>
        <translation>打开并闭合 {n} 个之后：再闭合一次 {p}，结束 {q}</translation>
    </message>
</context>
<context>
    <name>BracketsStringsView</name>
    <message>
        <source>Brackets: worst strings</source>
        <translation>括号：最差字符串</translation>
    </message>
    <message>
        <source>Worst strings</source>
        <translation>最差字符串</translation>
    </message>
    <message>
        <source>Where the small model is most wrong</source>
        <translation>小模型错得最厉害之处</translation>
    </message>
    <message>
        <source>adversarial examples</source>
        <translation>对抗样本</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>失败案例</translation>
    </message>
    <message>
        <source>The strings with the selected length and depth on which the small model is most wrong; click one to try it.</source>
        <translation>在所选长度和深度上，小模型错得最厉害的字符串；点击一个来测试。</translation>
    </message>
    <message>
        <source>Looking for the worst strings …</source>
        <translation>正在寻找最差的字符串…</translation>
    </message>
    <message>
        <source>Select a cell of the error map.</source>
        <translation>在错误分布图中选中一格。</translation>
    </message>
    <message>
        <source>string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>what comes next · invalid</source>
        <translation>后续预测 · 非法概率</translation>
    </message>
    <message numerus="yes">
        <source>{n} bracket(s), depth {d}: the worst for {net}, {wrong} of {all} wrong</source>
        <translation>
            <numerusform>{n} 个括号，深度 {d}：{net} 最差的字符串，{all} 个中有 {wrong} 个错误</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BracketsTrainingView</name>
    <message>
        <source>Brackets: training</source>
        <translation>括号：训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Watch it learn, or replay its training</source>
        <translation>看它学习，或重放它的训练过程</translation>
    </message>
    <message>
        <source>learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>toy model</source>
        <translation>玩具模型</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a small model to close brackets correctly and watch it learn, or replay the training of the bundled one.</source>
        <translation>训练一个小模型正确闭合括号并看它学习，或重放内置模型的训练过程。</translation>
    </message>
    <message>
        <source>Placing the hidden states …</source>
        <translation>正在排布隐藏状态…</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>held-out strings</source>
        <translation>留出字符串</translation>
    </message>
    <message>
        <source>probability on invalid symbols</source>
        <translation>非法符号的概率总和</translation>
    </message>
    <message>
        <source>wrong top prediction</source>
        <translation>首选预测错误</translation>
    </message>
    <message>
        <source>probability on valid symbols</source>
        <translation>合法符号的概率总和</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Measuring on held-out strings …</source>
        <translation>正在留出字符串上测量…</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>loss, nats per token</source>
        <translation>损失（奈特/词元）</translation>
    </message>
    <message>
        <source>on held-out strings, logarithmic (1 − probability on valid symbols)</source>
        <translation>留出字符串上，对数坐标（1 − 合法符号的概率总和）</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>pairs in the string</source>
        <translation>字符串中的括号对数</translation>
    </message>
    <message>
        <source>by depth</source>
        <translation>按深度</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>按长度</translation>
    </message>
    <message>
        <source>( )</source>
        <translation>( )</translation>
    </message>
    <message>
        <source>( ) and [ ]</source>
        <translation>( ) 和 [ ]</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Number of layers of the model that is trained.</source>
        <translation>所训练模型的层数。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>One kind of bracket, or two.</source>
        <translation>一种括号，或两种。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>括号对数</translation>
    </message>
    <message>
        <source>Pairs of brackets in the longest training string.</source>
        <translation>最长的训练字符串中的括号对数。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Number of training strings; the learning rate falls towards the end.</source>
        <translation>训练字符串的数量；学习率在接近结束时下降。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The highest learning rate of the training.</source>
        <translation>训练中的最高学习率。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the initial weights and of the strings.</source>
        <translation>初始权重和字符串的随机种子。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>cuda</source>
        <translation>cuda</translation>
    </message>
    <message>
        <source>mps</source>
        <translation>mps</translation>
    </message>
    <message>
        <source>The device used for training.</source>
        <translation>训练所用的设备。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>-1 is the newest.</source>
        <translation>-1 为最新。</translation>
    </message>
</context>
<context>
    <name>BracketsView</name>
    <message>
        <source>Brackets: try a string</source>
        <translation>括号：测试字符串</translation>
    </message>
    <message>
        <source>Try a string</source>
        <translation>测试字符串</translation>
    </message>
    <message>
        <source>What may come next?</source>
        <translation>接下来可以是什么？</translation>
    </message>
    <message>
        <source>balanced parentheses</source>
        <translation>平衡括号</translation>
    </message>
    <message>
        <source>Dyck language</source>
        <translation>戴克语言</translation>
    </message>
    <message>
        <source>toy model</source>
        <translation>玩具模型</translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation>长度泛化</translation>
    </message>
    <message>
        <source>balanced brackets</source>
        <translation>括号匹配</translation>
    </message>
    <message>
        <source>Type brackets and see, after each one, what the small model expects next and whether that is allowed.</source>
        <translation>输入括号，看小模型在每个括号之后预测什么，以及那是否允许。</translation>
    </message>
    <message>
        <source>invalid here, Start included (hatched)</source>
        <translation>此处非法，含“起始”（斜线）</translation>
    </message>
    <message>
        <source>trained up to {n}</source>
        <translation>训练上限 {n}</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s own shortest failure.</source>
        <translation>留空：模型自身最短的出错字符串。</translation>
    </message>
    <message>
        <source>Bracket model</source>
        <translation>括号模型</translation>
    </message>
    <message>
        <source>two-block, one-block, two-kinds, or mine/NAME for a model trained here</source>
        <translation>two-block、one-block、two-kinds，或在此训练的模型 mine/NAME</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>final</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Along the training of two-block; -1 is the finished model.</source>
        <translation>沿 two-block 的训练过程；-1 为训练完成的模型。</translation>
    </message>
    <message>
        <source>Selected prefix</source>
        <translation>选中的前缀</translation>
    </message>
    <message>
        <source>first failure</source>
        <translation>首次出错</translation>
    </message>
    <message>
        <source>-1: where it fails first.</source>
        <translation>-1：首次出错之处。</translation>
    </message>
    <message>
        <source>Cell of the error map</source>
        <translation>错误分布图的格</translation>
    </message>
    <message>
        <source>Length and depth, such as 24,4.</source>
        <translation>长度和深度，例如 24,4。</translation>
    </message>
</context>
<context>
    <name>BracketsWhyView</name>
    <message>
        <source>last</source>
        <translation>末层</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>L0</source>
        <translation>L0</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>L3</source>
        <translation>L3</translation>
    </message>
    <message>
        <source>Brackets: depth probe</source>
        <translation>括号：深度探针</translation>
    </message>
    <message>
        <source>Depth probe</source>
        <translation>深度探针</translation>
    </message>
    <message>
        <source>Why it fails beyond its training length</source>
        <translation>为何超出训练长度就失败</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>generalisation</source>
        <translation>泛化</translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation>敲除</translation>
    </message>
    <message>
        <source>Reads the number of open brackets from the hidden states, and shows which components that count depends on.</source>
        <translation>从隐藏状态读出未闭合的括号数，并显示这一计数依赖哪些组件。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Which layer the hidden states come after.</source>
        <translation>取哪一层之后的隐藏状态。</translation>
    </message>
    <message>
        <source>Beyond training</source>
        <translation>超出训练长度</translation>
    </message>
    <message>
        <source>Also show hidden states of strings half as long again as the trained ones.</source>
        <translation>同时显示长度为训练长度 1.5 倍的字符串的隐藏状态。</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>为何失败</translation>
    </message>
    <message>
        <source>Switch off one component after the other</source>
        <translation>逐个关闭组件</translation>
    </message>
    <message>
        <source>Reading the depth from the hidden states …</source>
        <translation>正在从隐藏状态读取深度…</translation>
    </message>
    <message>
        <source>trained lengths</source>
        <translation>训练长度</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>更长</translation>
    </message>
    <message>
        <source>R² of depth, clipped at 0</source>
        <translation>深度的 R²（低于 0 者截为 0）</translation>
    </message>
    <message>
        <source>depth read {place}: median and quartiles</source>
        <translation>读出的深度（{place}）：中位数与四分位数</translation>
    </message>
    <message>
        <source>true depth</source>
        <translation>真实深度</translation>
    </message>
    <message>
        <source>Placing the hidden states …</source>
        <translation>正在排布隐藏状态…</translation>
    </message>
    <message>
        <source>hidden states {place} in their three principal components ({share} of the variance); drag to rotate</source>
        <translation>隐藏状态（{place}）的三个主成分（占方差的 {share}）；拖动可旋转</translation>
    </message>
    <message>
        <source>● trained lengths   ○ longer</source>
        <translation>● 训练长度   ○ 更长</translation>
    </message>
    <message>
        <source>rotated so that length grows to the right and depth upwards</source>
        <translation>已旋转，使长度向右、深度向上增大</translation>
    </message>
    <message>
        <source>{net}: depth in the hidden states</source>
        <translation>{net}：隐藏状态中的深度</translation>
    </message>
    <message>
        <source>A linear probe reads the depth {place}: R² {a} up to {length} brackets.</source>
        <translation>线性探针读取深度（{place}）：不超过 {length} 个括号时 R² 为 {a}。</translation>
    </message>
    <message>
        <source>A linear probe reads the depth {place}: R² {a} up to {length} brackets, {b} beyond. Rounded, it is exactly the depth for {c} and {d} of the prefixes.</source>
        <translation>线性探针读取深度（{place}）：不超过 {length} 个括号时 R² 为 {a}，超出后为 {b}。四舍五入后与深度完全相同的前缀分别占 {c} 和 {d}。</translation>
    </message>
    <message>
        <source>Switching off one component after the other …</source>
        <translation>正在逐个关闭组件…</translation>
    </message>
    <message>
        <source>Which components does the count depend on? Each is switched off alone.</source>
        <translation>计数依赖哪些组件？每次只关闭一个。</translation>
    </message>
    <message>
        <source>Switching off {head} alone adds {a:.2e} to the probability on invalid symbols ({intact:.2e}); {neuron} alone adds {b:.2e}</source>
        <translation>仅关闭 {head} 使非法符号的概率总和（{intact:.2e}）增加 {a:.2e}；仅关闭 {neuron} 增加 {b:.2e}</translation>
    </message>
</context>
<context>
    <name>BranchModel</name>
    <message>
        <source>Tokens at each fork: {numbers}</source>
        <translation>各分叉处的词元：{numbers}</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>Surprisal</source>
        <translation>惊奇度</translation>
    </message>
    <message>
        <source>Bits/token</source>
        <translation>比特/词元</translation>
    </message>
    <message>
        <source>The branch&apos;s name: by itself its first tokens; F2 gives it one of your own.</source>
        <translation>分支的名称：默认取它最前面的几个词元；按 F2 可自行命名。</translation>
    </message>
    <message>
        <source>Compare this branch with the current one: it becomes B.</source>
        <translation>将此分支与当前分支比较：它成为 B。</translation>
    </message>
    <message>
        <source>Tokens after the prompt.</source>
        <translation>提示词之后的词元数。</translation>
    </message>
    <message>
        <source>Bits of surprisal, summed over the tokens after the prompt: −log₂ of the branch&apos;s probability.</source>
        <translation>提示词之后各词元的惊奇度之和（比特）：分支概率的 −log₂。</translation>
    </message>
    <message>
        <source>Surprisal per token after the prompt.</source>
        <translation>提示词之后每个词元的惊奇度。</translation>
    </message>
    <message>
        <source>compare with the current branch</source>
        <translation>与当前分支比较</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>temperature {t}</source>
        <translation>温度 {t}</translation>
    </message>
    <message>
        <source>repetition penalty {p}</source>
        <translation>重复惩罚 {p}</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probability with {interventions}</source>
        <translation>概率（干预：{interventions}）</translation>
    </message>
    <message>
        <source>chance of being drawn ({settings})</source>
        <translation>被抽中的概率（{settings}）</translation>
    </message>
    <message>
        <source>probability without interventions</source>
        <translation>无干预时的概率</translation>
    </message>
    <message>
        <source>Chances marked ≈ are estimates.</source>
        <translation>带 ≈ 的概率为估计值。</translation>
    </message>
    <message>
        <source>Probabilities with other interventions are not computed yet.</source>
        <translation>其他干预下的概率尚未计算。</translation>
    </message>
    <message>
        <source>They are computed when generation pauses.</source>
        <translation>生成暂停后再计算。</translation>
    </message>
    <message>
        <source>{token} at position {n}</source>
        <translation>{token}（位置 {n}）</translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation>概率 {p}</translation>
    </message>
    <message>
        <source>chance of being drawn {p}</source>
        <translation>被抽中的概率 {p}</translation>
    </message>
    <message>
        <source>without interventions {p}</source>
        <translation>无干预时 {p}</translation>
    </message>
    <message>
        <source>with the interventions {p}</source>
        <translation>有干预时 {p}</translation>
    </message>
    <message>
        <source>{n} token(s) after the prompt</source>
        <translation>提示词后 {n} 个词元</translation>
    </message>
    <message>
        <source>{n} of them its own</source>
        <translation>其中 {n} 个为本分支独有</translation>
    </message>
    <message>
        <source>surprisal {bits} bits (log₂ probability {log})</source>
        <translation>惊奇度 {bits} 比特（log₂ 概率 {log}）</translation>
    </message>
    <message>
        <source>{bits} bits per token</source>
        <translation>每词元 {bits} 比特</translation>
    </message>
    <message>
        <source> (current)</source>
        <translation> （当前）</translation>
    </message>
    <message>
        <source> (current, stepped back)</source>
        <translation> （当前，已后退）</translation>
    </message>
    <message>
        <source> (compared)</source>
        <translation> （比较）</translation>
    </message>
    <message>
        <source>… ({n} more characters)</source>
        <translation>…（还有 {n} 个字符）</translation>
    </message>
    <message>
        <source>No text yet. Type a prompt and press play.</source>
        <translation>还没有文本。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>One branch</source>
        <translation>只有一个分支</translation>
    </message>
    <message>
        <source>One branch so far. To make another, choose a different token: click a bar in “Next token” or a ray on the map, at any position. What was there before stays here.</source>
        <translation>目前只有一个分支。要新建分支，可在任意位置改选另一个词元：点击“下一个词元”中的条形或地图上的射线。原有内容会保留在这里。</translation>
    </message>
    <message>
        <source>{n} branches. A: {one}.</source>
        <translation>{n} 个分支。A：{one}。</translation>
    </message>
    <message>
        <source>{n} branches. Click one to go there; tick “B” to compare it with the current one.</source>
        <translation>{n} 个分支。点击分支可转到该处；勾选“B”可与当前分支比较。</translation>
    </message>
    <message>
        <source>A: {one}. B: {other}.</source>
        <translation>A：{one}。B：{other}。</translation>
    </message>
    <message>
        <source>Tokens, Logit lens and the map show both.</source>
        <translation>“词元”“logit 透镜”和地图同时显示二者。</translation>
    </message>
</context>
<context>
    <name>BranchesView</name>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Every continuation that was tried</source>
        <translation>尝试过的所有续写</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>forks</source>
        <translation>分叉</translation>
    </message>
    <message>
        <source>compare branches</source>
        <translation>比较分支</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>The tree of all continuations of this text: the tokens chosen at each fork with their probabilities; click a branch to go there, or compare it with the current one.</source>
        <translation>这段文本所有续写构成的树：每个分叉处选用的词元及其概率；点击分支可转到该处，或与当前分支比较。</translation>
    </message>
    <message>
        <source>Save the branches as a table (CSV)…</source>
        <translation>将分支保存为表格（CSV）…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Go to B; what is A now becomes B (S)</source>
        <translation>转到 B；原来的 A 变为 B（S）</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>停止比较</translation>
    </message>
    <message>
        <source>Show the current branch alone (Esc)</source>
        <translation>只显示当前分支（Esc）</translation>
    </message>
    <message>
        <source>Compute with the loaded model</source>
        <translation>用已加载的模型计算</translation>
    </message>
    <message>
        <source>Let the model that made this run compute what a file does not store</source>
        <translation>由生成此运行记录的模型计算文件中未保存的内容</translation>
    </message>
    <message>
        <source>The branch&apos;s continuation</source>
        <translation>该分支的续写</translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation>运行记录的分支</translation>
    </message>
    <message>
        <source>The first {n} of {all} are shown.</source>
        <translation>显示 {all} 个中的前 {n} 个。</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>Go to this branch</source>
        <translation>转到该分支</translation>
    </message>
    <message>
        <source>Compare with the current branch</source>
        <translation>与当前分支比较</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>移除名称</translation>
    </message>
    <message>
        <source>Copy the continuation</source>
        <translation>复制续写</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>分支</translation>
    </message>
</context>
<context>
    <name>BundlesView</name>
    <message>
        <source>Bundles</source>
        <translation>样本束</translation>
    </message>
    <message>
        <source>Many samples of one text</source>
        <translation>同一文本的多个样本</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>clusters of continuations</source>
        <translation>续写聚类</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>自助法</translation>
    </message>
    <message>
        <source>Draws many continuations of the text with different seeds, and shows how fast they part and into which groups they fall.</source>
        <translation>用不同的随机种子为文本抽取多个续写，显示它们多快分开、聚成哪些组。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many continuations are drawn; each has a seed of its own.</source>
        <translation>抽取多少个续写；每个续写有自己的随机种子。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens each continuation has at most.</source>
        <translation>每个续写最多有多少个词元。</translation>
    </message>
    <message>
        <source>Prompt of B</source>
        <translation>B 的提示词</translation>
    </message>
    <message>
        <source>A second prompt to compare with; empty for the same text.</source>
        <translation>用于比较的第二个提示词；留空则使用同一文本。</translation>
    </message>
    <message>
        <source>Temperature of B</source>
        <translation>B 的温度</translation>
    </message>
    <message>
        <source>Another temperature for B; empty for the one that is set.</source>
        <translation>B 的另一个温度；留空则使用当前设置的温度。</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>同一文本</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Save the samples as a table (CSV)…</source>
        <translation>将样本保存为表格（CSV）…</translation>
    </message>
    <message>
        <source>Draw A</source>
        <translation>抽取 A</translation>
    </message>
    <message>
        <source>Draw B</source>
        <translation>抽取 B</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>tokens drawn</source>
        <translation>已抽取的词元数</translation>
    </message>
    <message>
        <source>mean distance of two samples</source>
        <translation>两个样本的平均距离</translation>
    </message>
    <message numerus="yes">
        <source>{name}: parts after {at} token(s)</source>
        <translation>
            <numerusform>{name}：{at} 个词元后分开</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after {n} token(s)</source>
        <translation>
            <numerusform>{n} 个词元后</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {value} ({low} to {high}), {n} samples still going on</source>
        <translation>{name}：{value}（{low} 至 {high}），{n} 个样本仍在继续</translation>
    </message>
    <message>
        <source>How fast samples of one text part</source>
        <translation>同一文本的样本多快分开</translation>
    </message>
    <message>
        <source>The temperature of B is a number from 0 on, such as 0.7.</source>
        <translation>B 的温度应为不小于 0 的数，例如 0.7。</translation>
    </message>
    <message>
        <source>Type a prompt and run it first.</source>
        <translation>请先输入提示词并运行。</translation>
    </message>
    <message>
        <source>Drawing. Progress and Cancel are in the status line.</source>
        <translation>正在抽样。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>To draw samples, the model that made this run must compute them.</source>
        <translation>抽样需要由生成此运行记录的模型来计算。</translation>
    </message>
    <message>
        <source>“Draw A” continues the text up to the selected token many times, with the sampling that is set and one seed after the other. Name a prompt or a temperature for B to compare with.</source>
        <translation>“抽取 A”从选中的词元处起把文本续写多次，采用当前的抽样设置，逐个更换随机种子。为 B 填写提示词或温度，即可比较。</translation>
    </message>
    <message>
        <source>Distance: 1 − cosine of the last hidden states after the final norm, mean over pairs of samples, with a 95 % bootstrap interval. Groups: average linkage over each sample&apos;s mean state.</source>
        <translation>距离：末层归一化后最后隐藏状态的 1 − 余弦，对样本两两取平均，附 95% 自助法区间。分组：按各样本的平均状态作平均链接聚类。</translation>
    </message>
    <message>
        <source>{name}: {n} samples at temperature {t:g}, seeds {first} to {last}.</source>
        <translation>{name}：{n} 个样本，温度 {t:g}，随机种子 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>They do not part: all are the same.</source>
        <translation>它们没有分开：全部相同。</translation>
    </message>
    <message numerus="yes">
        <source>They part after {at} token(s): half of the largest mean distance is reached.</source>
        <translation>
            <numerusform>它们在 {at} 个词元后分开：此时平均距离达到最大值的一半。</numerusform>
        </translation>
    </message>
    <message>
        <source>They form one group, such as {text}.</source>
        <translation>它们构成一组，例如{text}。</translation>
    </message>
    <message>
        <source>{n} groups (silhouette {s}):</source>
        <translation>{n} 组（轮廓系数 {s}）：</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>{title}.</source>
        <translation>{title}。</translation>
    </message>
    <message>
        <source>With {changes}.</source>
        <translation>干预：{changes}。</translation>
    </message>
    <message>
        <source>{points} points of {space}, laid out by {layout} in {dimensions}.</source>
        <translation>空间：{space}；{points} 个点，以 {layout} 布局为 {dimensions}。</translation>
    </message>
    <message>
        <source>{points} points of {space}, laid out by {layout} in {dimensions}; {share} of a point&apos;s 15 nearest neighbours are among its 50 nearest on the map.</source>
        <translation>空间：{space}；{points} 个点，以 {layout} 布局为 {dimensions}；一个点的 15 个最近邻中，有 {share} 属于它在地图上最近的 50 个点。</translation>
    </message>
    <message>
        <source>Selected token: “{token}” (position {position}).</source>
        <translation>选中的词元：“{token}”（位置 {position}）。</translation>
    </message>
    <message>
        <source>Model: {name} ({dtype}).</source>
        <translation>模型：{name}（{dtype}）。</translation>
    </message>
    <message>
        <source>Prompt: “{prompt}”, {n} tokens generated after it.</source>
        <translation>提示词：“{prompt}”，其后生成 {n} 个词元。</translation>
    </message>
    <message>
        <source>Prompt: “{prompt}”.</source>
        <translation>提示词：“{prompt}”。</translation>
    </message>
    <message>
        <source>The model was run with {changes}.</source>
        <translation>模型运行时的干预：{changes}。</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>View all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Save the numbers as a table (CSV)…</source>
        <translation>将数值保存为表格（CSV）…</translation>
    </message>
    <message>
        <source>There are no numbers here that can be saved as a table.</source>
        <translation>此处没有可保存为表格的数值。</translation>
    </message>
</context>
<context>
    <name>ChipsView</name>
    <message>
        <source>Scroll the tokens</source>
        <translation>滚动词元</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>The text so far, in large letters</source>
        <translation>目前的文本，大字显示</translation>
    </message>
    <message>
        <source>Heading and views of a lesson&apos;s step</source>
        <translation>课程步骤的标题和视图</translation>
    </message>
    <message numerus="yes">
        <source>Up to {n} view(s) at once.</source>
        <translation>
            <numerusform>同时最多 {n} 个视图。</numerusform>
        </translation>
    </message>
    <message>
        <source>While a lesson is given: what its step shows, instead of the views ticked below</source>
        <translation>讲课时：显示该步骤的视图，而不是下面勾选的视图</translation>
    </message>
    <message>
        <source>Size of projected letters</source>
        <translation>投影文字的大小</translation>
    </message>
    <message>
        <source>Display of the projector</source>
        <translation>投影仪的显示器</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Another than this window&apos;s</source>
        <translation>与本窗口不同的显示器</translation>
    </message>
</context>
<context>
    <name>ClassRoom</name>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation>课程 (*.md)</translation>
    </message>
    <message>
        <source>A heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The step could not be added to {path} ({why}). Choose another folder or file name.</source>
        <translation>这一步无法加入 {path}（{why}）。请选择另一个文件夹或文件名。</translation>
    </message>
    <message>
        <source>The step was added to {path}.</source>
        <translation>这一步已加入 {path}。</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Time of day</source>
        <translation>当前时刻</translation>
    </message>
    <message>
        <source>Time elapsed</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>Time since the presentation began</source>
        <translation>演示开始以来的时间</translation>
    </message>
    <message>
        <source>Count the time anew</source>
        <translation>重新计时</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>one-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>semi-local</source>
        <translation>半局部</translation>
    </message>
    <message>
        <source>superposed</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>random (control)</source>
        <translation>随机（对照）</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>dealt colours</source>
        <translation>随机分配的颜色</translation>
    </message>
    <message>
        <source>any half</source>
        <translation>任意一半</translation>
    </message>
    <message>
        <source>two at once</source>
        <translation>同时两个</translation>
    </message>
    <message>
        <source>value in each dimension</source>
        <translation>各维的值</translation>
    </message>
    <message>
        <source>{name}: {d} dimensions</source>
        <translation>{name}：{d} 维</translation>
    </message>
    <message>
        <source>thing</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>{thing}, dimension {d}: {value}</source>
        <translation>{thing}，第 {d} 维：{value}</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>read correctly</source>
        <translation>读对的比例</translation>
    </message>
    <message>
        <source>{code}: {share} ({low} to {high})</source>
        <translation>{code}：{share}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>guessing: {share}</source>
        <translation>随机猜测：{share}</translation>
    </message>
    <message>
        <source>dimensions, superposed</source>
        <translation>叠加编码的维数</translation>
    </message>
    <message>
        <source>new combinations read</source>
        <translation>读对的新组合</translation>
    </message>
    <message>
        <source>{d} dimensions: colour {a}, shape {b}</source>
        <translation>{d} 维：颜色 {a}，形状 {b}</translation>
    </message>
    <message>
        <source>cosine, superposed</source>
        <translation>叠加编码的余弦</translation>
    </message>
    <message>
        <source>{a} and {b}: cosine {value}</source>
        <translation>{a} 与 {b}：余弦 {value}</translation>
    </message>
    <message>
        <source>first word</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>second word</source>
        <translation>第二个词</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>交互作用</translation>
    </message>
    <message>
        <source>dealt at random</source>
        <translation>随机分配</translation>
    </message>
    <message>
        <source>share of the variance</source>
        <translation>方差占比</translation>
    </message>
    <message>
        <source>read in new combinations</source>
        <translation>在新组合中读对</translation>
    </message>
    <message>
        <source>{word}, dealt at random</source>
        <translation>{word}，随机分配</translation>
    </message>
    <message>
        <source>sum finds the phrase</source>
        <translation>由和找到短语</translation>
    </message>
    <message>
        <source>new phrases found</source>
        <translation>找到的新短语</translation>
    </message>
    <message>
        <source>{state}
first word {first}, second {second}, interaction {both} of the variance
read in new combinations: first {a}, second {b}
the same with words dealt at random: {c}, {d}
the sum finds the phrase: {m}</source>
        <translation>{state}
方差占比：第一个词 {first}，第二个词 {second}，交互作用 {both}
在新组合中读对：第一个词 {a}，第二个词 {b}
词随机分配时：{c}，{d}
由和找到短语：{m}</translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>made codes</source>
        <translation>构造的编码</translation>
    </message>
    <message>
        <source>the loaded model</source>
        <translation>已加载的模型</translation>
    </message>
    <message>
        <source>at the second word</source>
        <translation>在第二个词处</translation>
    </message>
    <message>
        <source>at the end of the text</source>
        <translation>在文本末尾</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Codes that are made here and understood as a whole, or the hidden states of the loaded model.</source>
        <translation>在此构造、可完全理解的编码，或已加载模型的隐藏状态。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色数</translation>
    </message>
    <message>
        <source>How many colours the made codes have.</source>
        <translation>构造的编码有多少种颜色。</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状数</translation>
    </message>
    <message>
        <source>How many shapes the made codes have.</source>
        <translation>构造的编码有多少种形状。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Of the superposed code and of the control; fewer than colours and shapes together interfere.</source>
        <translation>叠加编码和对照的维数；少于颜色与形状之和时会互相干扰。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Standard deviation of the noise in each dimension.</source>
        <translation>每一维噪声的标准差。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Of directions, noise and the words that are dealt at random.</source>
        <translation>方向、噪声和随机分配的词的随机种子。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Which token&apos;s hidden state stands for the phrase in the loaded model.</source>
        <translation>在已加载的模型中，用哪个词元的隐藏状态代表短语。</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>2 to 12 words for {first}, parted by commas; the first property.</source>
        <translation>{first} 的 2 至 12 个词，用逗号分开；第一种属性。</translation>
    </message>
    <message>
        <source>Second words</source>
        <translation>第二个词</translation>
    </message>
    <message>
        <source>2 to 12 words for {second}, parted by commas; the second property.</source>
        <translation>{second} 的 2 至 12 个词，用逗号分开；第二种属性。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Texts with {first} and {second} in them, one on each line.</source>
        <translation>含有 {first} 和 {second} 的文本，每行一个。</translation>
    </message>
    <message>
        <source>Colour and shape: codes</source>
        <translation>颜色与形状：编码</translation>
    </message>
    <message>
        <source>Colour and shape</source>
        <translation>颜色与形状</translation>
    </message>
    <message>
        <source>What can be read out of a code</source>
        <translation>能从编码中读出什么</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>distributed representation</source>
        <translation>分布式表示</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>binding problem</source>
        <translation>绑定问题</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>The same coloured shapes as one-hot, semi-local and superposed codes: what a linear probe reads of each, and whether the loaded model&apos;s states of two words are their sum.</source>
        <translation>同样的有色形状用独热、半局部和叠加三种编码：线性探针能读出什么，以及已加载模型中两个词的状态是否为二者之和。</translation>
    </message>
    <message>
        <source>red, blue, …</source>
        <translation>red, blue, …</translation>
    </message>
    <message>
        <source>circle, square, …</source>
        <translation>circle, square, …</translation>
    </message>
    <message>
        <source>one text on each line</source>
        <translation>每行一个文本</translation>
    </message>
    <message>
        <source>Read the loaded model</source>
        <translation>读取已加载的模型</translation>
    </message>
    <message>
        <source>Run every phrase through the model and fit a probe to every layer</source>
        <translation>让模型读每个短语，并为每一层拟合探针</translation>
    </message>
    <message>
        <source>{n} things of {k} colours and {s} shapes, coded in four ways</source>
        <translation>{k} 种颜色、{s} 种形状的 {n} 个物体，用四种方式编码</translation>
    </message>
    <message>
        <source>Are the model&apos;s states of two words the sum of what each adds?</source>
        <translation>模型中两个词的状态是否等于各自贡献之和？</translation>
    </message>
    <message>
        <source>Making the codes …</source>
        <translation>正在构造编码 …</translation>
    </message>
    <message>
        <source>Reading the phrases …</source>
        <translation>正在读取短语 …</translation>
    </message>
    <message>
        <source>“Read the loaded model” runs {n} texts through it and asks, layer by layer, whether the two words can be read apart in phrases that the probe never met.</source>
        <translation>“读取已加载的模型”让模型读 {n} 个文本，逐层考察：在探针从未见过的短语中，两个词能否分别读出。</translation>
    </message>
    <message>
        <source>Of a combination that it never met, a linear probe reads the colour from the semi-local code in {b}, from the superposed one in {c}, from one-hot in {a} (guessing {chance}).</source>
        <translation>对从未见过的组合，线性探针从半局部编码读对颜色的比例为 {b}，叠加编码为 {c}，独热编码为 {a}（随机猜测 {chance}）。</translation>
    </message>
    <message>
        <source>Two things at once: the sum tells whose shape is whose in {a} for one-hot, {b} for semi-local and {c} for superposed codes. Mean squared cosine of the superposed directions: {overlap}.</source>
        <translation>同时两个物体：由和能分清形状各属于谁的比例，独热为 {a}，半局部为 {b}，叠加为 {c}。叠加方向的余弦平方均值：{overlap}。</translation>
    </message>
    <message>
        <source>Most clearly {where}: both words&apos; own effects make {sum} of the variance between {n} phrases (dealt at random {chance}), their interaction {rest}. In new combinations a probe reads the first word in {a} and the second in {b} (dealt at random {c} and {d}); the sum of both effects finds the right phrase in {m} (guessing {g}).</source>
        <translation>最清楚的是{where}：两个词各自的效应占 {n} 个短语之间方差的 {sum}（随机分配时 {chance}），交互作用占 {rest}。在新组合中，探针读对第一个词 {a}、第二个词 {b}（随机分配时 {c} 和 {d}）；由两个效应之和找到正确短语的比例为 {m}（随机猜测 {g}）。</translation>
    </message>
</context>
<context>
    <name>Colouring</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>another seed</source>
        <translation>另一个随机种子</translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation>另一个提示词</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>另一个模型</translation>
    </message>
    <message>
        <source>modified model</source>
        <translation>修改后的模型</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>对照生成</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Same random numbers, one difference</source>
        <translation>随机数相同，只差一处</translation>
    </message>
    <message>
        <source>paired sampling</source>
        <translation>配对抽样</translation>
    </message>
    <message>
        <source>common random numbers</source>
        <translation>公共随机数</translation>
    </message>
    <message>
        <source>A/B</source>
        <translation>A/B</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>twins</source>
        <translation>孪生</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>two texts</source>
        <translation>两段文本</translation>
    </message>
    <message>
        <source>Two continuations drawn with the same random numbers, so that the first token where they differ is due to the one thing you changed.</source>
        <translation>用相同的随机数抽取两段续写，因此第一个不同的词元只能归因于你所改动的那一处。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对照对象</translation>
    </message>
    <message>
        <source>What is different about the second text.</source>
        <translation>第二段文本有何不同。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>The other seed, prompt or model; not needed for the modified model.</source>
        <translation>另一个随机种子、提示词或模型；选“修改后的模型”时不需要。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens both generate.</source>
        <translation>两者各生成多少个词元。</translation>
    </message>
    <message>
        <source>Generate both</source>
        <translation>同时生成</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>KL of a token</source>
        <translation>每个词元的 KL</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>种子 {n}</translation>
    </message>
    <message>
        <source>prompt {n}</source>
        <translation>提示词 {n}</translation>
    </message>
    <message>
        <source>above: {what}</source>
        <translation>上：{what}</translation>
    </message>
    <message>
        <source>below: {what}</source>
        <translation>下：{what}</translation>
    </message>
    <message>
        <source>Two texts drawn with the same random numbers</source>
        <translation>用相同随机数抽取的两段文本</translation>
    </message>
    <message>
        <source>{n} of {all} tokens, generated with the same random numbers</source>
        <translation>{all} 个词元中的 {n} 个，用相同的随机数生成</translation>
    </message>
    <message>
        <source>Both are being generated; the first tokens appear in a moment.</source>
        <translation>正在生成两段文本；最初的词元即将出现。</translation>
    </message>
    <message numerus="yes">
        <source>The texts are the same for {n} token(s); KL is {mean} bits per token on average.</source>
        <translation>
            <numerusform>两段文本的前 {n} 个词元相同；KL 平均每词元 {mean} 比特。</numerusform>
        </translation>
    </message>
    <message>
        <source>First difference at token {step}: “{one}” ({p}) and “{other}” ({q}). KL up to there: {mean} bits per token.</source>
        <translation>首个不同处：词元 {step}，“{one}”（{p}）与“{other}”（{q}）。到此为止的 KL：每词元 {mean} 比特。</translation>
    </message>
    <message>
        <source>After it, the texts have different histories, and KL compares different contexts.</source>
        <translation>此后两段文本的前文不同，KL 比较的是不同的上下文。</translation>
    </message>
    <message>
        <source>Type a prompt and run it first: both texts continue from the selected token.</source>
        <translation>请先输入提示词并运行：两段文本都从选中的词元处续写。</translation>
    </message>
    <message>
        <source>No interventions yet: add a component to the interventions, then generate both.</source>
        <translation>还没有干预：请把一个组件加入干预，再同时生成。</translation>
    </message>
    <message>
        <source>Type the other prompt into “Other” above.</source>
        <translation>请在上方“改为”中输入另一个提示词。</translation>
    </message>
    <message>
        <source>Type the other model into “Other” above: a name, a hub id, a folder or a GGUF file.</source>
        <translation>请在上方“改为”中输入另一个模型：名称、Hub ID、文件夹或 GGUF 文件。</translation>
    </message>
    <message>
        <source>“Generate both” continues “…{text}” twice with the same random numbers and marks the first difference.</source>
        <translation>“同时生成”用相同的随机数把“…{text}”续写两次，并标出首个不同处。</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Another run took its place before the picture was whole. Try again.</source>
        <translation>图尚未完成，运行记录就被另一个取代。请重试。</translation>
    </message>
    <message>
        <source>“{view}” shows what the run does not hold and only its model can compute ({name}). Load that model, then try again.</source>
        <translation>“{view}”所显示的内容不在运行记录中，只有生成它的模型（{name}）才能计算。请加载该模型，然后重试。</translation>
    </message>
    <message>
        <source>What “{view}” shows could not be computed.</source>
        <translation>“{view}”所显示的内容无法计算。</translation>
    </message>
    <message>
        <source>Completing the figure of “{view}”</source>
        <translation>正在补全“{view}”的图</translation>
    </message>
    <message>
        <source>The figure was not written. {why}</source>
        <translation>图未写入。{why}</translation>
    </message>
    <message>
        <source>Completing the numbers of “{view}”</source>
        <translation>正在补全“{view}”的数值</translation>
    </message>
    <message>
        <source>The data were not saved. {why}</source>
        <translation>数据未保存。{why}</translation>
    </message>
    <message>
        <source>The table was not copied. {why}</source>
        <translation>表格未复制。{why}</translation>
    </message>
    <message>
        <source>It is hidden until the class has guessed what comes next.</source>
        <translation>在全班猜出接下来是什么之前，它是隐藏的。</translation>
    </message>
    <message>
        <source>{path}: {why}. Choose another folder or file name.</source>
        <translation>{path}：{why}。请选择其他文件夹或文件名。</translation>
    </message>
    <message>
        <source>The data were saved: {path}</source>
        <translation>数据已保存：{path}</translation>
    </message>
    <message>
        <source>Saving the numbers of “{view}”</source>
        <translation>正在保存“{view}”的数值</translation>
    </message>
    <message>
        <source>The table is on the clipboard: {n} value(s), parted by tabs.</source>
        <translation>表格已复制到剪贴板：{n} 个数值，以制表符分隔。</translation>
    </message>
</context>
<context>
    <name>Contrast</name>
    <message>
        <source>{n_a} texts of {a} against {n_b} of {b}. {tried} neurons were tried: {passed} reach an AUC of at least {at} (or at most 1 − {at}); with shuffled labels {chance} do. The neuron that is best on four fifths of the texts has an AUC of {best} on the held-out fifth. {note}</source>
        <translation>{a}：{n_a} 条文本；{b}：{n_b} 条文本。共检验 {tried} 个神经元：{passed} 个的 AUC 不低于 {at}（或不高于 1 − {at}）；打乱标签后为 {chance} 个。在五分之四的文本上最佳的神经元，在留出的五分之一上 AUC 为 {best}。{note}</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Clear the line</source>
        <translation>清空此行</translation>
    </message>
</context>
<context>
    <name>ControlRow</name>
    <message>
        <source>or type a guess</source>
        <translation>或输入一个猜测</translation>
    </message>
    <message>
        <source>A guess in words</source>
        <translation>用文字猜测</translation>
    </message>
    <message>
        <source>A token or a word; of a word its first token counts. Enter gives the vote.</source>
        <translation>一个词元或一个词；词只算它的第一个词元。按回车投票。</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess</source>
        <translation>隐藏接下来的词元，先猜</translation>
    </message>
    <message>
        <source>Hide the next tokens in all views, and put the most likely ones among decoys</source>
        <translation>在所有视图中隐藏接下来的词元，把最可能的词元混在干扰项中</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Give a vote for the guess that is typed</source>
        <translation>为输入的猜测投一票</translation>
    </message>
    <message>
        <source>Undo the last vote</source>
        <translation>撤销上一票</translation>
    </message>
    <message>
        <source>Take the vote back that was given last  (Backspace)</source>
        <translation>收回最后投的一票（退格键）</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>Show the model&apos;s probabilities beside the votes</source>
        <translation>在票数旁边显示模型的概率</translation>
    </message>
    <message>
        <source>Stop guessing</source>
        <translation>停止猜测</translation>
    </message>
    <message>
        <source>Show what comes next everywhere, without a score here</source>
        <translation>在各处显示接下来的词元，这里不计分</translation>
    </message>
    <message>
        <source>Continue with the model&apos;s token</source>
        <translation>用模型的词元继续</translation>
    </message>
    <message>
        <source>Continue the text with the model&apos;s most likely token</source>
        <translation>用模型最可能的词元续写文本</translation>
    </message>
    <message>
        <source>Continue with the class&apos;s token</source>
        <translation>用全班的词元继续</translation>
    </message>
    <message>
        <source>Continue the text with the token that has the most votes</source>
        <translation>用得票最多的词元续写文本</translation>
    </message>
    <message>
        <source>Continue with a draw</source>
        <translation>抽取一个继续</translation>
    </message>
    <message>
        <source>Continue the text with a draw by temperature and filters, as its seed has it</source>
        <translation>按温度、过滤和随机种子抽取一个词元续写文本</translation>
    </message>
    <message>
        <source>Continue with the model&apos;s {token}</source>
        <translation>用模型的 {token} 继续</translation>
    </message>
    <message>
        <source>Continue with the class&apos;s {token}</source>
        <translation>用全班的 {token} 继续</translation>
    </message>
    <message>
        <source>Continue with a draw: {token}</source>
        <translation>抽取一个继续：{token}</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>The table could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation>表格无法保存到 {path}（{why}）。请选择其他文件夹或文件名。</translation>
    </message>
    <message>
        <source>The table was saved: {path}</source>
        <translation>表格已保存：{path}</translation>
    </message>
    <message>
        <source>This run was made by {name}. Load that model to continue it.</source>
        <translation>此运行记录由 {name} 生成。请加载该模型以继续。</translation>
    </message>
    <message>
        <source>The figure was saved: {path}</source>
        <translation>图已保存：{path}</translation>
    </message>
    <message>
        <source>The loaded model is not the one that made this run ({name}): its weights differ. You can look at the run, but not continue it.</source>
        <translation>已加载的模型不是生成此运行记录的模型（{name}）：权重不同。可以查看该运行记录，但不能继续。</translation>
    </message>
    <message>
        <source>{sentence} Downloads are switched off: see “Never go online” in Preferences, Storage.</source>
        <translation>{sentence}下载已关闭：见“偏好设置”的“存储”页中的“从不联网”。</translation>
    </message>
    <message>
        <source>{name}, which made this run, is not on this computer. Everything recorded can be seen; to continue the run, get the model.</source>
        <translation>生成此运行记录的 {name} 不在本机。已记录的内容都可以查看；要继续运行，请获取该模型。</translation>
    </message>
    <message>
        <source>The model is still loading. The run starts as soon as it is ready.</source>
        <translation>模型仍在加载，就绪后立即开始运行。</translation>
    </message>
    <message>
        <source>The number of tokens is 0, so none are generated. Choose how many.</source>
        <translation>词元数为 0，因此不生成任何词元。请设定数量。</translation>
    </message>
    <message>
        <source>No model is loaded yet. Choose one, or wait until it is loaded.</source>
        <translation>尚未加载模型。请选择一个，或等待加载完成。</translation>
    </message>
    <message>
        <source>The engine has ended, so nothing can be computed. Restart it to continue.</source>
        <translation>计算引擎已结束，无法进行任何计算。请重新启动它以继续。</translation>
    </message>
    <message>
        <source>Choosing another token needs the model that made this run. Load it first.</source>
        <translation>改选词元需要生成此运行记录的模型。请先加载该模型。</translation>
    </message>
    <message>
        <source>This needs a model, and none is loaded yet. Choose one, or wait until it is loaded.</source>
        <translation>此操作需要模型，但尚未加载。请选择一个，或等待加载完成。</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>另一个模型</translation>
    </message>
    <message>
        <source>The prompt begins with {token}, which this model&apos;s tokenizer puts there by itself: the text begins with more than one.</source>
        <translation>提示词以 {token} 开头，而此模型的分词器会自动加上它：文本开头因此不止一个。</translation>
    </message>
    <message>
        <source>The text has reached the longest that this model can read. Step back, or branch from an earlier token.</source>
        <translation>文本已达到此模型可读取的最大长度。请后退，或从前面的词元处分支。</translation>
    </message>
    <message>
        <source>There are {n} further paths on the map already: remove one first.</source>
        <translation>地图上已有 {n} 条其他路径：请先移除一条。</translation>
    </message>
    <message>
        <source>This path is on the map already.</source>
        <translation>此路径已在地图上。</translation>
    </message>
    <message>
        <source>attention beyond the memory of a run is recomputed when needed</source>
        <translation>超出运行记录内存的注意力在需要时重新计算</translation>
    </message>
    <message>
        <source>This is the end of the prompt. Step back once more to cut into it.</source>
        <translation>这里是提示词的末尾。再后退一步将截短提示词。</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Controls</source>
        <translation>控制面板</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>Map of the pictures in space</source>
        <translation>图片在空间中的地图</translation>
    </message>
    <message>
        <source>Square to draw a digit in</source>
        <translation>用来画数字的方框</translation>
    </message>
    <message>
        <source>Draw with the mouse. Arrow keys move, Space fills a pixel, Shift with an arrow draws a line, Delete clears.</source>
        <translation>用鼠标画。方向键移动，空格键填一个像素，Shift 加方向键画线，Delete 清空。</translation>
    </message>
    <message>
        <source>Draw with the left mouse button, rub out with the right one. With the keyboard: arrow keys move, Space fills a pixel, Shift with an arrow draws a line, Delete clears.</source>
        <translation>按鼠标左键画，按右键擦。用键盘：方向键移动，空格键填一个像素，Shift 加方向键画线，Delete 清空。</translation>
    </message>
    <message>
        <source>What the model is given</source>
        <translation>交给模型的图片</translation>
    </message>
    <message>
        <source>Picture before</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>清空画面</translation>
    </message>
    <message>
        <source>Centre it</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Centre and enlarge the drawing before the model reads it</source>
        <translation>在模型识别之前先将图画居中并放大</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Blur the picture that the model is given</source>
        <translation>把交给模型的图片变模糊</translation>
    </message>
    <message>
        <source>What the model is given: blurred by {blur} pixels</source>
        <translation>交给模型的图片：模糊 {blur} 像素</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A small model learns to read, from certain to unsure</source>
        <translation>小模型学认字：从确定到拿不定</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>handwriting</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>A small model learns to read handwritten digits in about a second: draw one of your own, blur it, and see what each neuron answers to.</source>
        <translation>一个小模型大约一秒就学会认手写数字：自己画一个，把它变模糊，再看每个神经元对什么有反应。</translation>
    </message>
    <message>
        <source>Train from another start</source>
        <translation>换一个起点训练</translation>
    </message>
    <message>
        <source>Train again with other initial weights: the next seed</source>
        <translation>用另一组初始权重重新训练：下一个随机种子</translation>
    </message>
    <message>
        <source>Show on the large map</source>
        <translation>在大地图上显示</translation>
    </message>
    <message>
        <source>Open these vectors in the meaning space: every layout there is, UMAP too, neighbours, search and selection. A click on a point there shows its picture here.</source>
        <translation>在语义空间中打开这些向量：可用所有布局（包括 UMAP）、近邻、搜索和选择。在那里点击一个点，这里就显示它的图片。</translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation>隐藏层 {layer}</translation>
    </message>
    <message>
        <source>Train {n} models from other starts</source>
        <translation>从其他起点训练 {n} 个模型</translation>
    </message>
    <message>
        <source>training pictures</source>
        <translation>训练图片</translation>
    </message>
    <message>
        <source>held-out pictures</source>
        <translation>留出图片</translation>
    </message>
    <message>
        <source>this picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>mean over the held-out pictures</source>
        <translation>留出图片的平均</translation>
    </message>
    <message>
        <source>the picture blurred more and more</source>
        <translation>图片越来越模糊</translation>
    </message>
    <message>
        <source>training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>loss, nats per picture</source>
        <translation>损失（奈特/图片）</translation>
    </message>
    <message>
        <source>share read correctly</source>
        <translation>认对的比例</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>瞎猜</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>blur, pixels</source>
        <translation>模糊（像素）</translation>
    </message>
    <message>
        <source>entropy, bits (dashed: all ten alike)</source>
        <translation>熵（比特；虚线：十个数字一样可能）</translation>
    </message>
    <message>
        <source>Training the model …</source>
        <translation>正在训练模型…</translation>
    </message>
    <message>
        <source>mean activation of every neuron by digit; choose one</source>
        <translation>每个神经元对各数字的平均激活值；可点选一个</translation>
    </message>
    <message>
        <source>mean activation by digit (dashed: this picture)</source>
        <translation>对各数字的平均激活值（虚线：这张图片）</translation>
    </message>
    <message>
        <source>the pictures that fire it most, with its activation</source>
        <translation>使它激活最强的图片及激活值</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>mean activation</source>
        <translation>平均激活值</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>neuron of the next layer</source>
        <translation>下一层的神经元</translation>
    </message>
    <message>
        <source>read wrongly</source>
        <translation>认错</translation>
    </message>
    <message>
        <source>share on which the models differ</source>
        <translation>各模型看法不同的比例</translation>
    </message>
    <message>
        <source>mean share read wrongly</source>
        <translation>平均认错的比例</translation>
    </message>
    <message>
        <source>accuracy from each start, 95 % intervals</source>
        <translation>各起点的准确率及 95% 区间</translation>
    </message>
    <message>
        <source>shuffled digits (dashed: guessing)</source>
        <translation>打乱的标签（虚线：瞎猜）</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>by heart</source>
        <translation>死记</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>share of held-out pictures</source>
        <translation>占留出图片的比例</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>training and answer</source>
        <translation>训练与回答</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>several starts</source>
        <translation>多个起点</translation>
    </message>
    <message>
        <source>What is shown beside the picture: the training and the answer, what each neuron answers to, the map of the pictures, or models from several starts.</source>
        <translation>图片旁边显示什么：训练与回答、每个神经元对什么有反应、图片的地图，或从多个起点训练的模型。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 32, 16.</source>
        <translation>每个隐藏层的神经元数，例如 32, 16。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How often the training goes through all training pictures.</source>
        <translation>训练把全部训练图片过多少遍。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the initial weights and of the order of the pictures.</source>
        <translation>初始权重和图片顺序的随机种子。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The learning rate of Adam.</source>
        <translation>Adam 的学习率。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Pictures of one step of the training.</source>
        <translation>训练每一步所用的图片数。</translation>
    </message>
    <message>
        <source>Shuffled digits</source>
        <translation>打乱标签</translation>
    </message>
    <message>
        <source>Control: train on pictures whose digits were dealt out at random, so that nothing but learning by heart helps.</source>
        <translation>对照：训练图片的数字被随机重新分配，除了死记别无用处。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Which picture of the data set is shown, counted from 0.</source>
        <translation>显示数据集中的哪一张图片，从 0 数起。</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>画的数字</translation>
    </message>
    <message>
        <source>Your drawing of 32 × 32 dots as hexadecimal digits; empty: none.</source>
        <translation>所画的 32 × 32 个点，写成十六进制数字；空：没有画。</translation>
    </message>
    <message>
        <source>Fit the drawing</source>
        <translation>调整画的大小</translation>
    </message>
    <message>
        <source>Scale your drawing to its square and centre it, as the pictures of the data set are.</source>
        <translation>把画的数字放大到充满方框并居中，与数据集的图片一样。</translation>
    </message>
    <message>
        <source>Standard deviation of a Gaussian blur, in pixels.</source>
        <translation>高斯模糊的标准差，以像素计。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Hidden layer of the neuron that is shown, counted from 0.</source>
        <translation>所示神经元所在的隐藏层，从 0 数起。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>The neuron that is shown, counted from 0.</source>
        <translation>显示哪个神经元，从 0 数起。</translation>
    </message>
    <message>
        <source>Map of</source>
        <translation>地图内容</translation>
    </message>
    <message>
        <source>the last hidden layer</source>
        <translation>最后一个隐藏层</translation>
    </message>
    <message>
        <source>the first hidden layer</source>
        <translation>第一个隐藏层</translation>
    </message>
    <message>
        <source>the bare pictures</source>
        <translation>原始图片</translation>
    </message>
    <message>
        <source>Which numbers are the vectors of the map.</source>
        <translation>用哪些数作为地图的向量。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>How the vectors are laid out; t-SNE takes some seconds.</source>
        <translation>向量如何排布；t-SNE 需要几秒。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>2D</source>
        <translation>2D</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Of the map: a plane, or a cloud that turns by dragging.</source>
        <translation>地图的维数：一个平面，或一团可拖动旋转的点云。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>How many models are trained from other initial weights.</source>
        <translation>用其他初始权重训练多少个模型。</translation>
    </message>
    <message>
        <source>A model of {sizes} neurons learns to read digits</source>
        <translation>一个 {sizes} 神经元的模型在学认数字</translation>
    </message>
    <message>
        <source>{sizes}: training, part {turn} of {turns}; {p} of the held-out pictures read correctly</source>
        <translation>{sizes}：正在训练，第 {turn} 段，共 {turns} 段；留出图片认对 {p}</translation>
    </message>
    <message>
        <source>{sizes}: {p} of {n} held-out pictures read correctly (95 % interval {low} to {high})</source>
        <translation>{sizes}：{n} 张留出图片认对 {p}（95% 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>Read as {digit}: {p}, {h} bits</source>
        <translation>认作 {digit}：{p}，{h} 比特</translation>
    </message>
    <message>
        <source>Read as {digit}, not {truth}: {p}, {h} bits</source>
        <translation>认作 {digit} 而不是 {truth}：{p}，{h} 比特</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>Picture {n}, held out: a {digit}</source>
        <translation>图片 {n}，留出：数字 {digit}</translation>
    </message>
    <message>
        <source>Picture {n}, trained on: a {digit}</source>
        <translation>图片 {n}，用于训练：数字 {digit}</translation>
    </message>
    <message>
        <source>Control: the training digits were dealt out at random, so held-out pictures are read no better than by guessing; {p} of the training pictures are known by heart.</source>
        <translation>对照：训练用的数字被随机重新分配，因此留出图片不比瞎猜认得更好；训练图片中有 {p} 被死记下来。</translation>
    </message>
    <message>
        <source>Sharp, this picture is read as {digit} with {h} bits of entropy; blurred by {blur} pixels, as {other} with {more} bits.</source>
        <translation>清晰时这张图片认作 {digit}，熵为 {h} 比特；模糊 {blur} 像素后认作 {other}，熵为 {more} 比特。</translation>
    </message>
    <message>
        <source>This picture is read as {digit} at every blur up to {blur} pixels: with {h} bits of entropy at first, {more} at the end.</source>
        <translation>模糊到 {blur} 像素为止，这张图片始终认作 {digit}：开始时熵为 {h} 比特，最后为 {more} 比特。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of hidden layer {layer} is above 0 on no picture: it is dead.</source>
        <translation>隐藏层 {layer} 的神经元 {neuron} 在任何图片上都不大于 0：它是死的。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of hidden layer {layer} is above 0 on {share} of the pictures, on average most for {digit}: {d} standard deviations above the other digits. On this picture it is {value}.</source>
        <translation>隐藏层 {layer} 的神经元 {neuron} 在 {share} 的图片上大于 0，平均对 {digit} 最强：比其他数字高 {d} 个标准差。在这张图片上为 {value}。</translation>
    </message>
    <message>
        <source>Your drawing: the model is given it centred</source>
        <translation>你画的数字：模型得到的是居中后的图</translation>
    </message>
    <message>
        <source>Your drawing as it stands: the model learnt centred digits</source>
        <translation>你画的数字（原样）：模型学的是居中的数字</translation>
    </message>
    <message>
        <source>Laying out the pictures. The engine does one thing at a time: this begins when what the status line shows is done.</source>
        <translation>正在布局图片。引擎一次只做一件事：状态栏显示的任务完成后，这项就会开始。</translation>
    </message>
    <message>
        <source>Each picture as a vector of {width} numbers. The map keeps {kept} of 15 true neighbours among the 50 nearest (dealt out at random it keeps {chance}).</source>
        <translation>每张图片是一个由 {width} 个数组成的向量。15 个真实近邻中，地图在最近的 50 个点里保持了 {kept}（随机打散的地图保持 {chance}）。</translation>
    </message>
    <message>
        <source>Of a picture&apos;s 15 nearest {near} are the same digit by these numbers, {on_map} on the map in the plane, {pixels} by the bare pictures, {chance} by chance.</source>
        <translation>离一张图片最近的 15 张中，与它数字相同的：按这些数为 {near}，在平面地图上为 {on_map}，按原始图片为 {pixels}，随机为 {chance}。</translation>
    </message>
    <message>
        <source>✕ are the pictures that the model reads wrongly: {n} of {all}.</source>
        <translation>✕ 是模型认错的图片：{all} 张中的 {n} 张。</translation>
    </message>
    <message>
        <source>◆ is the picture on the left; there the map keeps {kept}.</source>
        <translation>◆ 是左边的图片；地图在那里保持了 {kept}。</translation>
    </message>
    <message>
        <source>Train {n} models that differ by their initial weights alone, and one on shuffled digits as a control. They take about as many seconds.</source>
        <translation>训练 {n} 个只有初始权重不同的模型，再加一个标签打乱的对照。大约需要同样多的秒数。</translation>
    </message>
    <message>
        <source>Two of these models read {differ} of the held-out pictures differently; independent errors of their rates would make it {chance}. Trained on shuffled digits, a model knows {heart} of them by heart and reads {control} of the held-out pictures.</source>
        <translation>其中两个模型对 {differ} 的留出图片看法不同；若错误互相独立，应为 {chance}。用打乱的标签训练的模型死记了其中 {heart}，而留出图片认对 {control}。</translation>
    </message>
    <message>
        <source>{digit}: {p}</source>
        <translation>{digit}：{p}</translation>
    </message>
    <message>
        <source>blurred by {blur} pixels</source>
        <translation>模糊 {blur} 像素</translation>
    </message>
    <message>
        <source>this picture: {h} bits</source>
        <translation>这张图片：{h} 比特</translation>
    </message>
    <message>
        <source>held-out pictures: {h} bits, {p} read correctly</source>
        <translation>留出图片：{h} 比特，认对 {p}</translation>
    </message>
    <message>
        <source>its weights of the pixels</source>
        <translation>它对像素的权重</translation>
    </message>
    <message>
        <source>its weights of the pixels, through the layers before (without their ReLU)</source>
        <translation>它对像素的权重，经过前面各层（不计其 ReLU）</translation>
    </message>
    <message>
        <source>what it adds to the logit of each digit</source>
        <translation>它给每个数字的 logit 加上多少</translation>
    </message>
    <message>
        <source>its weights to the next layer</source>
        <translation>它到下一层的权重</translation>
    </message>
    <message>
        <source>neuron {neuron}: mean activation</source>
        <translation>神经元 {neuron}：平均激活值</translation>
    </message>
    <message>
        <source>{digit}: {value}</source>
        <translation>{digit}：{value}</translation>
    </message>
    <message>
        <source>picture {n}, held out: a {digit}</source>
        <translation>图片 {n}，留出：数字 {digit}</translation>
    </message>
    <message>
        <source>picture {n}, trained on: a {digit}</source>
        <translation>图片 {n}，用于训练：数字 {digit}</translation>
    </message>
    <message>
        <source>read as {digit}</source>
        <translation>认作 {digit}</translation>
    </message>
    <message>
        <source>read as {votes}</source>
        <translation>认作 {votes}</translation>
    </message>
    <message>
        <source>{n} of {all} held-out picture(s) [is|are] read differently; the most divided, with the number of models for each digit</source>
        <translation>{all} 张留出图片中有 {n} 张各模型看法不同；分歧最大的如下，附每个数字的模型数</translation>
    </message>
    <message>
        <source>seed {seed}: {p} ({low} to {high})</source>
        <translation>随机种子 {seed}：{p}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{p} of the shuffled digits are known by heart</source>
        <translation>打乱的标签中有 {p} 被死记下来</translation>
    </message>
    <message>
        <source>trained on shuffled digits: {p} ({low} to {high})</source>
        <translation>用打乱的标签训练：{p}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{digit}: the models differ on {a}, read wrongly {b} on average</source>
        <translation>{digit}：各模型对 {a} 的图片看法不同，平均认错 {b}</translation>
    </message>
</context>
<context>
    <name>DockBar</name>
    <message>
        <source>Options of {title}</source>
        <translation>“{title}”的选项</translation>
    </message>
    <message>
        <source>Export a figure of {title}</source>
        <translation>导出“{title}”的图</translation>
    </message>
    <message>
        <source>About {title}</source>
        <translation>关于{title}</translation>
    </message>
    <message>
        <source>Float or dock {title}</source>
        <translation>浮动或停靠“{title}”</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>隐藏“{title}”</translation>
    </message>
</context>
<context>
    <name>DockBody</name>
    <message>
        <source>Compute with the loaded model</source>
        <translation>用已加载的模型计算</translation>
    </message>
    <message>
        <source>Let the model that made this run compute what a file does not store</source>
        <translation>由生成此运行记录的模型计算文件中未保存的内容</translation>
    </message>
    <message>
        <source>Hidden while the class guesses what comes next. “Reveal” in “Predict first” shows it again.</source>
        <translation>在全班猜测期间隐藏。“先猜后看”中的“揭晓”会重新显示它。</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Views beside each other</source>
        <translation>并列的视图</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>unsaved run</source>
        <translation>未保存的运行记录</translation>
    </message>
    <message>
        <source>Orrery runs (*.orrery)</source>
        <translation>Orrery 运行记录 (*.orrery)</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>打开运行记录</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存运行记录</translation>
    </message>
</context>
<context>
    <name>Effect</name>
    <message>
        <source>No text yet</source>
        <translation>还没有文本</translation>
    </message>
    <message>
        <source>Next token after “{token}” (position {position})</source>
        <translation>“{token}”之后的下一个词元（位置 {position}）</translation>
    </message>
    <message>
        <source>No interventions are on: both bars of a pair are the same.</source>
        <translation>没有启用任何干预：每对条形相同。</translation>
    </message>
    <message>
        <source>Running the modified model…</source>
        <translation>正在运行修改后的模型…</translation>
    </message>
    <message>
        <source>The modified model runs when generation pauses.</source>
        <translation>生成暂停后再运行修改后的模型。</translation>
    </message>
    <message>
        <source>The interventions make no difference at this position.</source>
        <translation>干预对这个位置没有影响。</translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after} and is the most likely token.</source>
        <translation>“{token}”的概率从 {before} 变为 {after}，它是最可能的词元。</translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the most likely token is now “{best}”.</source>
        <translation>“{token}”的概率从 {before} 变为 {after}；最可能的词元现在是“{best}”。</translation>
    </message>
    <message>
        <source>“{token}” goes from {before} to {after}; the most likely token is “{best}”.</source>
        <translation>“{token}”的概率从 {before} 变为 {after}；最可能的词元是“{best}”。</translation>
    </message>
    <message>
        <source>affects L{n} and later</source>
        <translation>影响 L{n} 及以后各层</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>无影响</translation>
    </message>
    <message>
        <source>KL (original ‖ modified)</source>
        <translation>KL（原始 ‖ 修改后）</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
    <message>
        <source>p(“{token}”)</source>
        <translation>p(“{token}”)</translation>
    </message>
    <message>
        <source>rank {ranks}</source>
        <translation>排名 {ranks}</translation>
    </message>
    <message>
        <source>logit of “{token}”</source>
        <translation>“{token}”的 logit</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>bits of the next token</source>
        <translation>下一词元的熵，比特</translation>
    </message>
    <message>
        <source>Type a prompt and run it: the next token is then shown here, for the original and the modified model.</source>
        <translation>输入提示词并运行：这里将显示原始模型和修改后模型的下一个词元。</translation>
    </message>
    <message>
        <source>upper bar: original</source>
        <translation>上条：原始</translation>
    </message>
    <message>
        <source>lower bar: modified</source>
        <translation>下条：修改后</translation>
    </message>
    <message>
        <source>full bar {top}</source>
        <translation>满条 {top}</translation>
    </message>
    <message>
        <source>original → modified</source>
        <translation>原始 → 修改后</translation>
    </message>
    <message>
        <source>{number} pp</source>
        <translation>{number} 个百分点</translation>
    </message>
    <message>
        <source>among the top only when modified</source>
        <translation>仅修改后位居前列</translation>
    </message>
</context>
<context>
    <name>EffectPanel</name>
    <message>
        <source>The next token, original and modified</source>
        <translation>下一个词元：原始与修改后</translation>
    </message>
    <message>
        <source>Go to the position before this token and rank the components that favour it</source>
        <translation>转到该词元之前的位置，对支持它的组件排名</translation>
    </message>
    <message>
        <source>Which component favours “{token}”?</source>
        <translation>哪个组件支持“{token}”？</translation>
    </message>
    <message>
        <source>Which component?</source>
        <translation>哪个组件？</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>({n} more: --check names them all.)</source>
        <translation>（还有 {n} 处：--check 会全部列出。）</translation>
    </message>
    <message>
        <source>0 (all tokens) or more</source>
        <translation>0（全部词元）或更大的数</translation>
    </message>
    <message>
        <source>0 (always the most likely token) or more</source>
        <translation>0（总取最可能的词元）或更大的数</translation>
    </message>
    <message>
        <source>1 other was passed over (empty, or no text).</source>
        <translation>另有 1 个文件被略过（空文件，或不是文本）。</translation>
    </message>
    <message>
        <source>1 to {most_tokens} tokens can be generated here, but {n_tokens} were asked for.</source>
        <translation>这里可以生成 1 到 {most_tokens} 个词元，但要求的是 {n_tokens} 个。</translation>
    </message>
    <message>
        <source>429, too many requests from here: wait some minutes, or sign in with `hf auth login`</source>
        <translation>429，来自此处的请求过多：请等几分钟，或用 `hf auth login` 登录</translation>
    </message>
    <message>
        <source>A GIF can have {gif_fps:g} pictures a second, but {fps:g} were asked for. Ask for 50, 25 or 20, or write MP4, WebM or WebP.</source>
        <translation>GIF 每秒可以有 {gif_fps:g} 帧，但要求的是 {fps:g} 帧。请改为 50、25 或 20，或写成 MP4、WebM 或 WebP。</translation>
    </message>
    <message>
        <source>A batch of {batch} cannot be shared by {groups} groups. Choose a multiple.</source>
        <translation>{batch} 个一批不能平均分给 {groups} 组。请选它的倍数。</translation>
    </message>
    <message>
        <source>A block of this model needs more from the blocks before it than the states they hand on, so no block can be run by itself.</source>
        <translation>此模型的某一层除了前一层传来的状态之外还需要别的输入，所以不能单独运行一层。</translation>
    </message>
    <message>
        <source>A block of this model run by itself gives other numbers than in the whole model, so none is run so.</source>
        <translation>此模型的某一层单独运行时，结果与在整个模型中不同，所以不单独运行。</translation>
    </message>
    <message>
        <source>A camera is three numbers: azimuth and elevation in degrees, and a distance.</source>
        <translation>相机是三个数：以度计的方位角和仰角，以及距离。</translation>
    </message>
    <message>
        <source>A direction needs a word at either end.</source>
        <translation>方向的两端各需要一个词。</translation>
    </message>
    <message>
        <source>A fan has 2 to 50 candidates, not {k}.</source>
        <translation>候选扇有 2 到 50 个候选，不是 {k} 个。</translation>
    </message>
    <message>
        <source>A figure can be {smallest} to {largest} pixels a side, further than which nothing can be painted, but {asked} was asked for. Ask for fewer pixels or dots per inch; SVG and PDF are sharp at any size.</source>
        <translation>图的边长可以是 {smallest} 到 {largest} 像素，再大就画不了，但要求的是 {asked}。请减少像素或每英寸点数；SVG 和 PDF 在任何尺寸下都清晰。</translation>
    </message>
    <message>
        <source>A figure can have 1 to {most_columns} columns (0: as suits it).</source>
        <translation>一张图可以有 1 到 {most_columns} 列（0：自动）。</translation>
    </message>
    <message>
        <source>A figure can have {least_dpi:g} to {most_dpi:g} dots per inch, but {dpi:g} was given.</source>
        <translation>图的分辨率可以是每英寸 {least_dpi:g} 到 {most_dpi:g} 点，但给的是 {dpi:g}。</translation>
    </message>
    <message>
        <source>A figure can have {most_panels} panels at most.</source>
        <translation>一张图最多可以有 {most_panels} 个子图。</translation>
    </message>
    <message>
        <source>A figure has whole pixels, but {text!r} was given.</source>
        <translation>图的像素数是整数，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>A figure needs a panel: add [[figure.panel]] with a view.</source>
        <translation>图需要一个子图：请加上 [[figure.panel]] 并写明视图。</translation>
    </message>
    <message>
        <source>A figure needs a panel: add a view.</source>
        <translation>图需要一个子图：请添加一个视图。</translation>
    </message>
    <message>
        <source>A figure of {width}x{height} needs {size:.0f} MB, which are not free.</source>
        <translation>{width}x{height} 的图需要 {size:.0f} MB 内存，目前没有这么多空闲。</translation>
    </message>
    <message>
        <source>A figure&apos;s name must end in {suffixes}, but {name!r} does not.</source>
        <translation>图的文件名必须以 {suffixes} 结尾，但 {name!r} 不是。</translation>
    </message>
    <message>
        <source>A figure&apos;s text can have {smallest_text:g} to {largest_text:g} points, but {text:g} was given.</source>
        <translation>图中文字可以是 {smallest_text:g} 到 {largest_text:g} 磅，但给的是 {text:g}。</translation>
    </message>
    <message>
        <source>A film can have {largest} pixels a side, more than which few programs play, but {wide}x{high} was asked for.</source>
        <translation>影片的边长最多 {largest} 像素，再大就少有程序能播放，但要求的是 {wide}x{high}。</translation>
    </message>
    <message>
        <source>A film can have {least_fps:g} to {most_fps:g} pictures a second, not {fps:g}.</source>
        <translation>影片每秒可以有 {least_fps:g} 到 {most_fps:g} 帧，不能是 {fps:g}。</translation>
    </message>
    <message>
        <source>A film can have {most_motions} motions at most.</source>
        <translation>一部影片最多可以有 {most_motions} 个运动。</translation>
    </message>
    <message>
        <source>A film can have {most_seconds:g} seconds and {most_pictures:,} pictures, but this one would have {seconds:g} seconds and {pictures:,}. Make it shorter, or with fewer pictures a second (“fps”).</source>
        <translation>影片最多 {most_seconds:g} 秒、{most_pictures:,} 帧，但这一部会有 {seconds:g} 秒、{pictures:,} 帧。请缩短它，或减少每秒帧数（“fps”）。</translation>
    </message>
    <message>
        <source>A film&apos;s name ends in {known}, or in nothing for a folder of PNG pictures, but {name!r} does not.</source>
        <translation>影片的文件名以 {known} 结尾，存成 PNG 图片文件夹时则没有后缀，但 {name!r} 都不是。</translation>
    </message>
    <message>
        <source>A layout has 1 to {most} chosen axes, but {n} were given.</source>
        <translation>一个布局可以有 1 到 {most} 条选定的轴，但给了 {n} 条。</translation>
    </message>
    <message>
        <source>A layout of {n} points does not belong to a space of {vectors}.</source>
        <translation>这个有 {n} 个点的布局不属于有 {vectors} 个向量的空间。</translation>
    </message>
    <message>
        <source>A library could not be loaded ({why}). {advice}</source>
        <translation>有一个库无法加载（{why}）。{advice}</translation>
    </message>
    <message>
        <source>A map needs at least one vector, but was given an array of shape {shape}.</source>
        <translation>地图至少需要一个向量，但得到的数组形状是 {shape}。</translation>
    </message>
    <message>
        <source>A map of states needs at least 3, but the sample text gave {n}.</source>
        <translation>隐藏状态地图至少需要 3 个状态，但样本文本只给出 {n} 个。</translation>
    </message>
    <message>
        <source>A mean needs a reference text of more than {skip} tokens, but none was given.</source>
        <translation>求均值需要一段多于 {skip} 个词元的参考文本，但没有给出。</translation>
    </message>
    <message>
        <source>A message between the window and the engine was lost ({error}), most often because memory ran out, so the engine was ended.</source>
        <translation>窗口与计算引擎之间丢失了一条消息（{error}），多半是因为内存不足，所以计算引擎已被结束。</translation>
    </message>
    <message>
        <source>A model needs a “prompt” to run.</source>
        <translation>使用模型时需要一个要运行的“prompt”。</translation>
    </message>
    <message>
        <source>A motion can have {most_states} steps at most, but {n} were asked for.</source>
        <translation>一个运动最多可以有 {most_states} 步，但要求的是 {n} 步。</translation>
    </message>
    <message>
        <source>A name is missing. Type one word.</source>
        <translation>缺少一个名字。请输入一个词。</translation>
    </message>
    <message>
        <source>A panel asks for column {last}, but the figure has {columns} (“columns”), counted from 0.</source>
        <translation>有一个子图要求第 {last} 列，但这张图只有 {columns} 列（“columns”），从 0 数起。</translation>
    </message>
    <message>
        <source>A part of the matrix must begin inside it and have 1 to {cells} rows. Ask for another.</source>
        <translation>矩阵的一部分必须从矩阵内开始，并有 1 到 {cells} 行。请另选一部分。</translation>
    </message>
    <message>
        <source>A perplexity of {perplexity:g} needs at least {fewest} points, but this space has {n}. Choose {last} or less.</source>
        <translation>困惑度 {perplexity:g} 至少需要 {fewest} 个点，但这个空间有 {n} 个。请选 {last} 或更小的值。</translation>
    </message>
    <message>
        <source>A probe needs at least {fewest} points on either side, but there are {one} and {other}. Select more.</source>
        <translation>探针的两侧各需要至少 {fewest} 个点，但现在是 {one} 个和 {other} 个。请多选一些。</translation>
    </message>
    <message>
        <source>A recipe was expected, but {values} was met.</source>
        <translation>此处应为一份训练配方，但遇到的是 {values}。</translation>
    </message>
    <message>
        <source>A resumed training keeps its original settings, so --resume cannot be combined with {names}. Leave those out, or start a new training without --resume.</source>
        <translation>接着训练时沿用原来的设置，所以 --resume 不能与 {names} 一起使用。请去掉它们，或不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>A run is a file, or made with a model: leave one of them out.</source>
        <translation>运行记录要么来自文件，要么由模型生成：请去掉其中一个。</translation>
    </message>
    <message>
        <source>A scale is a number from {least:g} to {most:g} (0 = off, 1 = unchanged), but “{text}” was given.</source>
        <translation>缩放是 {least:g} 到 {most:g} 的数（0 = 关闭，1 = 不变），但给的是“{text}”。</translation>
    </message>
    <message>
        <source>A scale sweep needs at least one scale. Name one, for example 0.</source>
        <translation>缩放扫描至少需要一个缩放值。请写一个，例如 0。</translation>
    </message>
    <message>
        <source>A shorter prompt, a smaller model, or bfloat16 instead of float32 needs less; the run so far is kept.</source>
        <translation>较短的提示词、较小的模型，或用 bfloat16 代替 float32，都能少用内存；目前的运行记录已保留。</translation>
    </message>
    <message>
        <source>A size is WIDTHxHEIGHT in pixels or with a unit, for example 3840x2160 or 85mmx60mm, but {text!r} was given.</source>
        <translation>尺寸写作 宽x高，以像素计或带单位，例如 3840x2160 或 85mmx60mm，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>A size is in pixels or in a physical unit, not in both, but {text!r} was given.</source>
        <translation>尺寸要么以像素计，要么用物理单位，不能混用，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>A spec can have {most_figures} figures at most.</source>
        <translation>一份规格最多可以有 {most_figures} 张图。</translation>
    </message>
    <message>
        <source>A spec can have {most_films} films at most.</source>
        <translation>一份规格最多可以有 {most_films} 部影片。</translation>
    </message>
    <message>
        <source>A sweep needs “of”: layer, position, head, or an option of the view.</source>
        <translation>扫描需要“of”：layer、position、head，或视图的一个选项。</translation>
    </message>
    <message>
        <source>A table&apos;s name must end in {kinds}, but {name!r} does not.</source>
        <translation>表格的文件名必须以 {kinds} 结尾，但 {name!r} 不是。</translation>
    </message>
    <message>
        <source>A text has no tokens. Type at least one word on each line.</source>
        <translation>有一段文本没有词元。请在每行至少输入一个词。</translation>
    </message>
    <message>
        <source>A text has tokens that this model does not have ({most}). Choose another text.</source>
        <translation>有一段文本含有此模型没有的词元（{most}）。请另选文本。</translation>
    </message>
    <message>
        <source>A text size is in points, for example 8pt, but {text!r} was given.</source>
        <translation>文字大小以磅计，例如 8pt，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>A token and at least one head are needed. Type a prompt, run it, and ask again.</source>
        <translation>需要一个词元和至少一个注意力头。请输入提示词并运行，然后再试。</translation>
    </message>
    <message>
        <source>A token asked about does not exist: this model&apos;s are numbered 0 to {last}.</source>
        <translation>要查询的词元不存在：此模型的词元编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>A token of this path does not exist: this model&apos;s are numbered 0 to {last}.</source>
        <translation>这条路径中有不存在的词元：此模型的词元编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>A token that occurred before and at least one head are needed. Select one and ask again.</source>
        <translation>需要一个先前出现过的词元和至少一个注意力头。请选择一个再试。</translation>
    </message>
    <message>
        <source>A training cannot be called {name!r}. Choose 1 to 60 letters, digits and hyphens.</source>
        <translation>训练不能命名为 {name!r}。请用 1 到 60 个字母、数字和连字符。</translation>
    </message>
    <message>
        <source>A vector with NaN or infinite values has no place on a map. The model&apos;s state overflowed.</source>
        <translation>含有 NaN 或无穷大的向量在地图上没有位置。模型的状态溢出了。</translation>
    </message>
    <message>
        <source>A width of {width} cannot be shared by {heads} heads. Choose a multiple.</source>
        <translation>宽度 {width} 不能平均分给 {heads} 个头。请选它的倍数。</translation>
    </message>
    <message>
        <source>A word can be said 1 to {most_said} times, but {count} was asked for.</source>
        <translation>一个词可以说 1 到 {most_said} 次，但要求的是 {count} 次。</translation>
    </message>
    <message>
        <source>A word is missing. Type one into each of the fields a, b and c.</source>
        <translation>缺少一个词。请在 a、b、c 三个框中各输入一个。</translation>
    </message>
    <message>
        <source>All heads over {length} tokens are {needed:,.0f} MB, and {most_attention} MB is what is sent to the window: say the words fewer times.</source>
        <translation>{length} 个词元上全部注意力头的数据有 {needed:,.0f} MB，而最多只向窗口发送 {most_attention} MB：请减少词的重复次数。</translation>
    </message>
    <message>
        <source>All prefixes can be tried up to {exact_up_to} brackets of one kind. Choose a shorter length, or a sample.</source>
        <translation>只有一种括号、长度不超过 {exact_up_to} 时才能尝试所有前缀。请选较短的长度，或改用抽样。</translation>
    </message>
    <message>
        <source>All text of the file is used ({size:,.2f} MB, {encodings}).</source>
        <translation>使用了文件的全部文本（{size:,.2f} MB，{encodings}）。</translation>
    </message>
    <message>
        <source>All text of {n:,} files is used ({size:,.2f} MB, {encodings}).</source>
        <translation>使用了 {n:,} 个文件的全部文本（{size:,.2f} MB，{encodings}）。</translation>
    </message>
    <message>
        <source>Allow writing there, or set the environment variable {variable} to a folder you can write to.</source>
        <translation>请允许在那里写入，或把环境变量 {variable} 设为一个可以写入的文件夹。</translation>
    </message>
    <message>
        <source>An axis begins and ends at points of the map, numbered 0 to {last}.</source>
        <translation>轴的两端是地图上的点，编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>An axis needs a word at either end.</source>
        <translation>轴的两端各需要一个词。</translation>
    </message>
    <message>
        <source>Arranging in 2D</source>
        <translation>正在排列二维位置</translation>
    </message>
    <message>
        <source>Arranging in 3D</source>
        <translation>正在排列三维位置</translation>
    </message>
    <message>
        <source>Ask for a much larger one</source>
        <translation>请要求大得多的尺寸</translation>
    </message>
    <message>
        <source>Ask for about {wide:g} mm x {high:g} mm</source>
        <translation>请要求约 {wide:g} mm x {high:g} mm</translation>
    </message>
    <message>
        <source>Asking the model about brackets</source>
        <translation>正在向模型询问括号</translation>
    </message>
    <message>
        <source>Asking {place}</source>
        <translation>正在询问 {place}</translation>
    </message>
    <message>
        <source>At least 1 candidate must be kept per position, but k = {k} was given.</source>
        <translation>每个位置至少要保留 1 个候选，但给的是 k = {k}。</translation>
    </message>
    <message>
        <source>At least one neuron, as many candidates, and 100 draws are needed. Ask for more.</source>
        <translation>需要至少一个神经元、同样多的候选和 100 次抽样。请增加数量。</translation>
    </message>
    <message>
        <source>At least one scale is needed, and all must be finite numbers: for example 0, 1 and 2.</source>
        <translation>至少需要一个缩放值，且都必须是有限的数：例如 0、1 和 2。</translation>
    </message>
    <message>
        <source>At least one sentence and a seed of 0 or more are needed for a mean.</source>
        <translation>求均值需要至少一个句子，以及不小于 0 的随机种子。</translation>
    </message>
    <message>
        <source>At least one token must be compared, not {k}. Choose 1 or more.</source>
        <translation>至少要比较一个词元，不能是 {k} 个。请选 1 或更多。</translation>
    </message>
    <message>
        <source>At least two sequences are needed for the standard error of a score. Ask for more.</source>
        <translation>得分的标准误差至少需要两条序列。请增加数量。</translation>
    </message>
    <message>
        <source>At least two texts with {shortest} tokens or more are needed for intervals, but there are {n}. Choose more steps, or a file with more lines.</source>
        <translation>计算区间至少需要两段不少于 {shortest} 个词元的文本，但只有 {n} 段。请选更多步数，或行数更多的文件。</translation>
    </message>
    <message>
        <source>At least {fewest} states are needed, but the texts gave {n}. Choose a file with more text.</source>
        <translation>至少需要 {fewest} 个状态，但这些文本只给出 {n} 个。请选文本更多的文件。</translation>
    </message>
    <message>
        <source>At least {shortest} tokens and one sequence are needed to score heads. Ask for more.</source>
        <translation>给注意力头打分至少需要 {shortest} 个词元和一条序列。请增加数量。</translation>
    </message>
    <message>
        <source>Attention is not shown for this model: its layers have different numbers of heads, and Orrery needs the same number in every layer. The other views still work.</source>
        <translation>此模型不显示注意力：它各层的头数不同，而 Orrery 要求每层头数相同。其他视图仍可使用。</translation>
    </message>
    <message>
        <source>Averaging over sentences with other names</source>
        <translation>正在对换了名字的句子求平均</translation>
    </message>
    <message>
        <source>Both answers are the same token, so there is no difference to recover. Name two others.</source>
        <translation>两个答案是同一个词元，所以没有可恢复的差别。请另写两个。</translation>
    </message>
    <message>
        <source>Both ends of this direction are the same vector. Choose two that differ.</source>
        <translation>这个方向的两端是同一个向量。请选两个不同的。</translation>
    </message>
    <message>
        <source>Both names are the same token, so their logit difference is 0. Type another name.</source>
        <translation>两个名字是同一个词元，所以它们的 logit 差为 0。请换一个名字。</translation>
    </message>
    <message>
        <source>Both prompts are the same, so there is nothing to recover. Change a word in one of them.</source>
        <translation>两个提示词相同，所以没有可恢复的差别。请改动其中一个的某个词。</translation>
    </message>
    <message>
        <source>Both prompts have the same logit difference, so there is nothing to recover. Name other answers.</source>
        <translation>两个提示词的 logit 差相同，所以没有可恢复的差别。请换别的答案。</translation>
    </message>
    <message>
        <source>Both prompts must have the same number of tokens, but A has {a} and B has {b}. Replace a word by one that is as many tokens long.</source>
        <translation>两个提示词的词元数必须相同，但 A 有 {a} 个，B 有 {b} 个。请把某个词换成词元数合适的词。</translation>
    </message>
    <message>
        <source>Both text sets are the same, so nothing tells them apart. Choose another one.</source>
        <translation>两个文本集相同，所以没有可区分之处。请另选一个。</translation>
    </message>
    <message>
        <source>Both texts can have 1 to {most} tokens, not {n_tokens}. Choose fewer.</source>
        <translation>两段文本都可以有 1 到 {most} 个词元，不能是 {n_tokens} 个。请减少。</translation>
    </message>
    <message>
        <source>Both words are “{first}”, so nothing would change. Type two different words.</source>
        <translation>两个词都是“{first}”，所以不会有任何变化。请输入两个不同的词。</translation>
    </message>
    <message>
        <source>Causal tracing needs to know which tokens hold the subject, but this model&apos;s tokenizer does not report that. Choose another model.</source>
        <translation>因果追踪需要知道主语在哪些词元中，但此模型的分词器不提供这一信息。请换一个模型。</translation>
    </message>
    <message>
        <source>Character {index} is half of a character (a lone surrogate, U+{code:04X}), which no text can hold: delete it and type the character again.</source>
        <translation>第 {index} 个字符是半个字符（孤立的代理项，U+{code:04X}），任何文本都不能包含它：请删除后重新输入。</translation>
    </message>
    <message>
        <source>Check the network or the proxy and try again, or choose a model that is already on this computer.</source>
        <translation>请检查网络或代理后再试，或选择已在本机的模型。</translation>
    </message>
    <message>
        <source>Checking the numbers of {name}</source>
        <translation>正在检查 {name} 中的数值</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>正在检查 {name}</translation>
    </message>
    <message>
        <source>Choose a folder that you can write to</source>
        <translation>请选择一个可以写入的文件夹</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>请选择另一个文件夹</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>Clusters need at least {fewest} points, but this map has {n}.</source>
        <translation>聚类至少需要 {fewest} 个点，但此地图有 {n} 个。</translation>
    </message>
    <message>
        <source>Comparing neighbours on the map</source>
        <translation>正在比较地图上的近邻</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>正在编译</translation>
    </message>
    <message>
        <source>Computing the attention of every head</source>
        <translation>正在计算每个注意力头的注意力</translation>
    </message>
    <message>
        <source>Continuations that are looked at together must be equally long and not empty.</source>
        <translation>一起查看的续写必须长度相同，且不能为空。</translation>
    </message>
    <message>
        <source>Continuing the text</source>
        <translation>正在续写文本</translation>
    </message>
    <message>
        <source>Contributions cannot be computed for this model: Orrery does not recognise its final norm. Choose another model for this view.</source>
        <translation>此模型无法计算贡献：Orrery 不认识它的末层归一化。请为此视图另选模型。</translation>
    </message>
    <message>
        <source>Contributions cannot be computed for this model: its output layer is not a single matrix, so a logit is not a sum of parts. Choose another model for this view.</source>
        <translation>此模型无法计算贡献：它的输出层不是单个矩阵，所以 logit 不是各部分之和。请为此视图另选模型。</translation>
    </message>
    <message>
        <source>Counts from 1 to {most} and at least one draw are needed, not {counts}.</source>
        <translation>需要 1 到 {most} 的数量和至少一次抽样，不能是 {counts}。</translation>
    </message>
    <message>
        <source>Device {wanted!r} is not there; this machine has {names}. Choose one of them, or auto.</source>
        <translation>没有设备 {wanted!r}；这台机器有 {names}。请选其中之一，或 auto。</translation>
    </message>
    <message>
        <source>Did you mean {name!r}?</source>
        <translation>是否指 {name!r}？</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>Draw 2 to {most} samples of 1 to {longest} tokens each.</source>
        <translation>请抽取 2 到 {most} 个样本，每个 1 到 {longest} 个词元。</translation>
    </message>
    <message>
        <source>Drawing continuations</source>
        <translation>正在抽取续写</translation>
    </message>
    <message>
        <source>Each dimension is standardised over {n} states of a text.</source>
        <translation>每一维都按一段文本的 {n} 个状态做了标准化。</translation>
    </message>
    <message>
        <source>Each of the two words must have 1 to {longest_word} characters, but “{word}” was given. Type another.</source>
        <translation>两个词都必须有 1 到 {longest_word} 个字符，但给的是“{word}”。请另输入一个。</translation>
    </message>
    <message>
        <source>Each text can be continued by 0 to {most_steps} tokens, with fans of 2 to 50 candidates; met {steps} and {k}.</source>
        <translation>每段文本可以续写 0 到 {most_steps} 个词元，候选扇可以有 2 到 50 个候选；但得到的是 {steps} 和 {k}。</translation>
    </message>
    <message>
        <source>Estimating the effect of every component</source>
        <translation>正在估计每个组件的效应</translation>
    </message>
    <message>
        <source>Every example must have {wanted} values to be learned.</source>
        <translation>每个样本须有 {wanted} 个待学习的值。</translation>
    </message>
    <message>
        <source>Expanding {name} (once)</source>
        <translation>正在展开 {name}（仅此一次）</translation>
    </message>
    <message>
        <source>Fetching from {place}</source>
        <translation>正在从{place}下载</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>正在下载 {name}</translation>
    </message>
    <message>
        <source>Finding neighbours</source>
        <translation>正在寻找近邻</translation>
    </message>
    <message>
        <source>Fitting the probe</source>
        <translation>正在拟合探针</translation>
    </message>
    <message>
        <source>Fitting this map needs {size:.0f} MiB of shared memory, but the system refused ({why}). Close other programs, or enlarge /dev/shm.</source>
        <translation>拟合这张地图需要 {size:.0f} MiB 共享内存，但系统拒绝了（{why}）。请关闭其他程序，或增大 /dev/shm。</translation>
    </message>
    <message>
        <source>Free some room on that disk, or set the environment variable {variable} to a folder on another one.</source>
        <translation>请在那个磁盘上腾出空间，或把环境变量 {variable} 设为另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Free some room there, or choose another folder</source>
        <translation>请在那里腾出空间，或选择另一个文件夹</translation>
    </message>
    <message>
        <source>GPT-2 XL</source>
        <translation>GPT-2 XL</translation>
    </message>
    <message>
        <source>GPT-2 large</source>
        <translation>GPT-2 large</translation>
    </message>
    <message>
        <source>GPT-2 medium</source>
        <translation>GPT-2 medium</translation>
    </message>
    <message>
        <source>GPT-2 small, the model of Wolfram&apos;s essay</source>
        <translation>GPT-2 small，Wolfram 文章中所用的模型</translation>
    </message>
    <message>
        <source>Gated: accept the licence on the model&apos;s page, and sign in with `hf auth login` or set HF_TOKEN to your token.</source>
        <translation>需要授权：请在模型页面接受许可协议，并用 `hf auth login` 登录，或把 HF_TOKEN 设为自己的令牌。</translation>
    </message>
    <message>
        <source>Gathering the map of {what}</source>
        <translation>正在准备{what}的地图</translation>
    </message>
    <message>
        <source>Gathering the states of the layers</source>
        <translation>正在收集各层的状态</translation>
    </message>
    <message>
        <source>Gemma 2, 2B, base</source>
        <translation>Gemma 2，2B，基础版</translation>
    </message>
    <message>
        <source>Gemma 2, 2B, tuned to follow instructions</source>
        <translation>Gemma 2，2B，指令微调</translation>
    </message>
    <message>
        <source>Gemma 3, 1B, base</source>
        <translation>Gemma 3，1B，基础版</translation>
    </message>
    <message>
        <source>Gemma 3, 1B, tuned to follow instructions</source>
        <translation>Gemma 3，1B，指令微调</translation>
    </message>
    <message>
        <source>Gemma 3, 270M, base</source>
        <translation>Gemma 3，270M，基础版</translation>
    </message>
    <message>
        <source>Generating both texts</source>
        <translation>正在生成两段文本</translation>
    </message>
    <message>
        <source>H.264 needs an even width and height, but {wide}x{high} was asked for. Ask for {even_wide}x{even_high}, or write WebM.</source>
        <translation>H.264 要求宽和高为偶数，但要求的是 {wide}x{high}。请改为 {even_wide}x{even_high}，或写成 WebM。</translation>
    </message>
    <message>
        <source>Hashing {name}</source>
        <translation>正在计算 {name} 的校验值</translation>
    </message>
    <message>
        <source>Install it, or leave the font out.</source>
        <translation>请安装它，或不指定字体。</translation>
    </message>
    <message>
        <source>Install the versions that constraints.txt lists: `make setup` does that.</source>
        <translation>请安装 constraints.txt 所列的版本：`make setup` 会完成这件事。</translation>
    </message>
    <message>
        <source>Interventions apply to the loaded model only. Compare the other model without interventions.</source>
        <translation>干预只作用于已加载的模型。请在没有干预的情况下与另一个模型比较。</translation>
    </message>
    <message>
        <source>Keeping {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <source>Layer {layer} has no attention heads.</source>
        <translation>第 {layer} 层没有注意力头。</translation>
    </message>
    <message>
        <source>Layer {layer} has only {n} neurons left to draw from. Ask for fewer.</source>
        <translation>第 {layer} 层只剩 {n} 个神经元可抽。请减少数量。</translation>
    </message>
    <message>
        <source>Layer {layer} of this model has</source>
        <translation>此模型的第 {layer} 层有</translation>
    </message>
    <message>
        <source>Layer {layer} of this model has no attention.</source>
        <translation>此模型的第 {layer} 层没有注意力。</translation>
    </message>
    <message>
        <source>Layers {layers} of this model have</source>
        <translation>此模型的第 {layers} 层有</translation>
    </message>
    <message>
        <source>Laying out layers together</source>
        <translation>正在一起排布各层</translation>
    </message>
    <message>
        <source>Laying the points out along the directions</source>
        <translation>正在沿所选方向排布各点</translation>
    </message>
    <message>
        <source>Layouts are aligned between at least 2 layers, but {n} was asked for.</source>
        <translation>对齐的布局至少需要 2 层，但要求的是 {n} 层。</translation>
    </message>
    <message>
        <source>Left out, since a word has no offset from itself: {n}.</source>
        <translation>因为一个词与自身没有偏移而略去：{n} 个。</translation>
    </message>
    <message>
        <source>Left out, since they do not hold {width} words: {n}, the first in line {line}.</source>
        <translation>因为不含 {width} 个词而略去：{n} 行，第一处在第 {line} 行。</translation>
    </message>
    <message>
        <source>Left out, since they stand there twice: {n}.</source>
        <translation>因为重复出现而略去：{n} 个。</translation>
    </message>
    <message>
        <source>Left out, since this model cannot spell all of their words ({n}): {words}.</source>
        <translation>因为此模型拼不出其中全部的词而略去（{n} 个）：{words}。</translation>
    </message>
    <message>
        <source>Left out, since this model cannot spell both words ({n}): {words}.</source>
        <translation>因为此模型拼不出这两个词而略去（{n} 个）：{words}。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not UTF-8 text (byte {data:#04x}). Save the file as UTF-8.</source>
        <translation>{name} 的第 {line} 行不是 UTF-8 文本（字节 {data:#04x}）。请把文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>Lines can be {thinnest:g} to {thickest:g} times as thick, but {lines:g} was given.</source>
        <translation>线条可以是原来的 {thinnest:g} 到 {thickest:g} 倍粗，但给的是 {lines:g}。</translation>
    </message>
    <message>
        <source>Llama 3.2, 1B, base</source>
        <translation>Llama 3.2，1B，基础版</translation>
    </message>
    <message>
        <source>Llama 3.2, 1B, tuned to follow instructions</source>
        <translation>Llama 3.2，1B，指令微调</translation>
    </message>
    <message>
        <source>Llama 3.2, 3B, base</source>
        <translation>Llama 3.2，3B，基础版</translation>
    </message>
    <message>
        <source>Llama 3.2, 3B, tuned to follow instructions</source>
        <translation>Llama 3.2，3B，指令微调</translation>
    </message>
    <message>
        <source>Loading PaCMAP</source>
        <translation>正在加载 PaCMAP</translation>
    </message>
    <message>
        <source>Loading PyTorch</source>
        <translation>正在加载 PyTorch</translation>
    </message>
    <message>
        <source>Loading openTSNE</source>
        <translation>正在加载 openTSNE</translation>
    </message>
    <message>
        <source>Loading umap-learn</source>
        <translation>正在加载 umap-learn</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>正在加载 {name}</translation>
    </message>
    <message>
        <source>Looking for clusters</source>
        <translation>正在寻找聚类</translation>
    </message>
    <message>
        <source>MP4 holds nothing transparent. Write WebM, WebP, GIF or PNG, or leave “transparent” out.</source>
        <translation>MP4 不能保存透明部分。请写成 WebM、WebP、GIF 或 PNG，或去掉“transparent”。</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Measuring Gaussian clouds</source>
        <translation>正在测量高斯点云</translation>
    </message>
    <message>
        <source>Measuring the contribution of every component</source>
        <translation>正在测量每个组件的贡献</translation>
    </message>
    <message>
        <source>Measuring the contribution of every head</source>
        <translation>正在测量每个注意力头的贡献</translation>
    </message>
    <message>
        <source>Measuring the dimension of each layer</source>
        <translation>正在测量每层的维数</translation>
    </message>
    <message>
        <source>Measuring the fans</source>
        <translation>正在测量候选扇</translation>
    </message>
    <message>
        <source>Measuring the layouts</source>
        <translation>正在测量各布局</translation>
    </message>
    <message>
        <source>Measuring the loss with it switched off</source>
        <translation>正在测量关闭它之后的损失</translation>
    </message>
    <message>
        <source>Measuring what each layer adds</source>
        <translation>正在测量每层所加的量</translation>
    </message>
    <message>
        <source>Memory holds {wanted:,} states of this model at once.</source>
        <translation>内存一次只能容纳此模型的 {wanted:,} 个状态。</translation>
    </message>
    <message>
        <source>Nearly all states are outliers, so there is nothing to measure. Choose another layer.</source>
        <translation>几乎所有状态都是离群点，所以没有可测量的。请另选一层。</translation>
    </message>
    <message>
        <source>Neurons are not shown for this model: its layers have different numbers of them, and Orrery needs the same number in every layer. The other views still work.</source>
        <translation>此模型不显示神经元：它各层的神经元数不同，而 Orrery 要求每层数目相同。其他视图仍可使用。</translation>
    </message>
    <message>
        <source>New tokens are no longer placed on the map of {what}. {sentence}</source>
        <translation>新的词元不再放到{what}的地图上。{sentence}</translation>
    </message>
    <message>
        <source>No files can be stored there. Set the environment variable {variable} to a folder on a disk.</source>
        <translation>那里不能存放文件。请把环境变量 {variable} 设为磁盘上的一个文件夹。</translation>
    </message>
    <message>
        <source>No font on this computer has the characters of {language}, so Orrery speaks English. Install one, for example Noto Sans CJK (on Debian and Ubuntu the package fonts-noto-cjk), and start Orrery again.</source>
        <translation>本机没有任何字体包含{language}的字符，所以 Orrery 使用英文。请安装一种，例如 Noto Sans CJK（在 Debian 和 Ubuntu 上是软件包 fonts-noto-cjk），然后重新启动 Orrery。</translation>
    </message>
    <message>
        <source>No laboratory answers the question {kind}.</source>
        <translation>没有实验室能回答问题 {kind}。</translation>
    </message>
    <message>
        <source>No line of {name} holds {width} words. Write one group of {width} on each line, for example {example}.</source>
        <translation>{name}中没有一行含有 {width} 个词。请每行写一组 {width} 个词，例如 {example}。</translation>
    </message>
    <message>
        <source>No model is loaded: choose one first.</source>
        <translation>没有加载模型：请先选择一个。</translation>
    </message>
    <message>
        <source>No model is named: give a name from `models`, a hub id, a folder or a GGUF file.</source>
        <translation>没有指定模型：请给出 `models` 所列的名称、Hub ID、文件夹或 GGUF 文件。</translation>
    </message>
    <message>
        <source>No string of {length} brackets ends at depth {depth}. Choose an even depth from 0 to {length}.</source>
        <translation>没有 {length} 个括号的字符串以深度 {depth} 结束。请选 0 到 {length} 之间的偶数深度。</translation>
    </message>
    <message>
        <source>No string of {length} brackets ends at depth {depth}. Choose an odd depth from 0 to {length}.</source>
        <translation>没有 {length} 个括号的字符串以深度 {depth} 结束。请选 0 到 {length} 之间的奇数深度。</translation>
    </message>
    <message>
        <source>No theme in {folder} can be read ({name}: {why}). Install Orrery again.</source>
        <translation>{folder} 中没有可以读取的主题（{name}：{why}）。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>No token of the prompt holds the subject {subject!r}. Type other words of the prompt.</source>
        <translation>提示词中没有词元包含主语 {subject!r}。请输入提示词中的其他词。</translation>
    </message>
    <message>
        <source>No view of the figure can be moved by a {kind}.</source>
        <translation>图中没有视图能做 {kind} 这种运动。</translation>
    </message>
    <message>
        <source>Noise must be drawn at least once, not {draws} times. Choose 1 or more draws.</source>
        <translation>噪声至少要抽取一次，不能是 {draws} 次。请选 1 次或更多。</translation>
    </message>
    <message>
        <source>None is left out of the fit.</source>
        <translation>拟合中没有略去任何一个。</translation>
    </message>
    <message>
        <source>None of these points is used for the layout. Select others.</source>
        <translation>这些点都没有用于布局。请另选一些。</translation>
    </message>
    <message>
        <source>Nothing moves: add [[film.motion]] with a kind.</source>
        <translation>没有任何东西在动：请加上 [[film.motion]] 并写明种类。</translation>
    </message>
    <message>
        <source>Offsets are compared with those of shuffled pairs, which takes at least 3 pairs that this model can spell, but there are {n}. Write one pair on each line, for example France Paris.</source>
        <translation>偏移要与打乱的词对比较，这至少需要 3 对此模型能拼出的词，但只有 {n} 对。请每行写一对，例如 France Paris。</translation>
    </message>
    <message>
        <source>Only attention and neurons can be recomputed, not {quantity!r}.</source>
        <translation>只有注意力和神经元可以重新计算，{quantity!r} 不行。</translation>
    </message>
    <message>
        <source>Only the first {most:,} of {n:,} lines are used.</source>
        <translation>只使用了 {n:,} 行中的前 {most:,} 行。</translation>
    </message>
    <message>
        <source>Only {alphabet} can be used, but character {position} is {character!r}. Take it out and try again.</source>
        <translation>只能使用 {alphabet}，但第 {position} 个字符是 {character!r}。请删去它再试。</translation>
    </message>
    <message>
        <source>Orrery does not recognise components of that kind in this model. Choose another kind, or another model.</source>
        <translation>Orrery 不认识此模型中的这类组件。请另选一类，或另选模型。</translation>
    </message>
    <message>
        <source>Orrery does not recognise how layer {layer} of this model builds its {kind}. Choose another component, or another model.</source>
        <translation>Orrery 不认识此模型第 {layer} 层的 {kind} 的构造。请另选组件，或另选模型。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of layer {layer}.</source>
        <translation>Orrery 不认识第 {layer} 层的神经元。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of layer {layer}. Choose another model.</source>
        <translation>Orrery 不认识第 {layer} 层的神经元。请另选模型。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of this layer. Choose another layer, or another model.</source>
        <translation>Orrery 不认识这一层的神经元。请另选一层，或另选模型。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the neurons of this model. Choose another model for this view.</source>
        <translation>Orrery 不认识此模型的神经元。请为此视图另选模型。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the {part} of every layer of this model. Choose another one.</source>
        <translation>Orrery 不认识此模型每一层的 {part}。请另选一个。</translation>
    </message>
    <message>
        <source>Orrery does not recognise the {part} of layer {layer}. Choose another component.</source>
        <translation>Orrery 不认识第 {layer} 层的 {part}。请另选组件。</translation>
    </message>
    <message>
        <source>Orrery does not work with {library} {release}: a part that it uses is missing or has changed ({said}). {advice}</source>
        <translation>Orrery 不能与 {library} {release} 一起工作：它用到的一部分缺失或已改变（{said}）。{advice}</translation>
    </message>
    <message>
        <source>Orrery lost track of this run (an internal error). Run the prompt again. To be reported: {cached} positions cached, {given} states given.</source>
        <translation>Orrery 丢失了这份运行记录的进度（内部错误）。请重新运行提示词。可供报告：缓存了 {cached} 个位置，给出了 {given} 个状态。</translation>
    </message>
    <message>
        <source>Orrery needs to write to {folder}, but it is read-only. Allow writing there, or set the environment variable ORRERY_CACHE to another folder.</source>
        <translation>Orrery 需要写入 {folder}，但它是只读的。请允许写入，或把环境变量 ORRERY_CACHE 设为另一个文件夹。</translation>
    </message>
    <message>
        <source>Orrery needs to write to {folder}, but that failed ({why}). {remedy}</source>
        <translation>Orrery 需要写入 {folder}，但失败了（{why}）。{remedy}</translation>
    </message>
    <message>
        <source>Panel {index} has two flights: name another panel for one of them.</source>
        <translation>子图 {index} 有两段飞行：请为其中一段指定另一个子图。</translation>
    </message>
    <message>
        <source>Panel {index} has two motions in steps (generation, sweep): name another panel for one of them.</source>
        <translation>子图 {index} 有两个分步的运动（generation、sweep）：请为其中一个指定另一个子图。</translation>
    </message>
    <message>
        <source>Panels {one} and {other} stand in one place (row {row}, column {column}). Give one of them another row or column, or none.</source>
        <translation>面板 {one} 和 {other} 在同一个位置（第 {row} 行，第 {column} 列）。请给其中一个另一行或另一列，或都不指定。</translation>
    </message>
    <message>
        <source>Parquet files need the package pyarrow, which is not installed: name a file that ends in .csv, or install Orrery with its extra &quot;parquet&quot; (pip install -c constraints.txt -e &quot;.[parquet]&quot;).</source>
        <translation>Parquet 文件需要软件包 pyarrow，但它没有安装：请指定以 .csv 结尾的文件，或安装带附加项 &quot;parquet&quot; 的 Orrery（pip install -c constraints.txt -e &quot;.[parquet]&quot;）。</translation>
    </message>
    <message>
        <source>Patching layer by layer</source>
        <translation>正在逐层修补</translation>
    </message>
    <message>
        <source>Placing further paths on the map</source>
        <translation>正在把其他路径放到地图上</translation>
    </message>
    <message>
        <source>Placing the analogy on the map</source>
        <translation>正在把类比放到地图上</translation>
    </message>
    <message>
        <source>Placing the fans on the map</source>
        <translation>正在把候选扇放到地图上</translation>
    </message>
    <message>
        <source>Placing the path through the layers</source>
        <translation>正在放置跨层轨迹</translation>
    </message>
    <message>
        <source>Positions 0 to {last} can be read, but {start} was asked for.</source>
        <translation>可以读取位置 0 到 {last}，但要求的是 {start}。</translation>
    </message>
    <message>
        <source>Pythia, 1.4B, trained on the Pile in public</source>
        <translation>Pythia，1.4B，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Pythia, 160M, trained on the Pile in public</source>
        <translation>Pythia，160M，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Pythia, 1B, trained on the Pile in public</source>
        <translation>Pythia，1B，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Pythia, 2.8B, trained on the Pile in public</source>
        <translation>Pythia，2.8B，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Pythia, 410M, trained on the Pile in public</source>
        <translation>Pythia，410M，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Pythia, 70M, trained on the Pile in public</source>
        <translation>Pythia，70M，在公开的 Pile 上训练</translation>
    </message>
    <message>
        <source>Qt cannot paint this figure. Choose another size.</source>
        <translation>Qt 无法绘制这张图。请选择另一个尺寸。</translation>
    </message>
    <message>
        <source>Qwen2.5, 0.5B, base, many languages</source>
        <translation>Qwen2.5，0.5B，基础版，多种语言</translation>
    </message>
    <message>
        <source>Qwen2.5, 0.5B, tuned to follow instructions</source>
        <translation>Qwen2.5，0.5B，指令微调</translation>
    </message>
    <message>
        <source>Qwen2.5, 1.5B, base, many languages</source>
        <translation>Qwen2.5，1.5B，基础版，多种语言</translation>
    </message>
    <message>
        <source>Qwen2.5, 1.5B, tuned to follow instructions</source>
        <translation>Qwen2.5，1.5B，指令微调</translation>
    </message>
    <message>
        <source>Qwen3, 0.6B, base</source>
        <translation>Qwen3，0.6B，基础版</translation>
    </message>
    <message>
        <source>Qwen3, 0.6B, tuned, with a thinking mode</source>
        <translation>Qwen3，0.6B，微调版，带思考模式</translation>
    </message>
    <message>
        <source>Qwen3, 1.7B, base</source>
        <translation>Qwen3，1.7B，基础版</translation>
    </message>
    <message>
        <source>Qwen3, 1.7B, tuned, with a thinking mode</source>
        <translation>Qwen3，1.7B，微调版，带思考模式</translation>
    </message>
    <message>
        <source>Ranking all neurons</source>
        <translation>正在给所有神经元排序</translation>
    </message>
    <message>
        <source>Reading every neuron&apos;s output weights</source>
        <translation>正在读取每个神经元的输出权重</translation>
    </message>
    <message>
        <source>Reading the activation of every neuron</source>
        <translation>正在读取每个神经元的激活值</translation>
    </message>
    <message>
        <source>Reading the bundled openings</source>
        <translation>正在读取内置的开头</translation>
    </message>
    <message>
        <source>Reading the neuron along a text</source>
        <translation>正在沿文本读取神经元</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>Reading the texts</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>Reading the texts of further paths</source>
        <translation>正在读取其他路径的文本</translation>
    </message>
    <message>
        <source>Reading what may come next</source>
        <translation>正在读取接下来可能出现的词元</translation>
    </message>
    <message>
        <source>Recomputing the attention of a head</source>
        <translation>正在重新计算一个头的注意力</translation>
    </message>
    <message>
        <source>Removing a model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Removing it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>Restoring layer by layer</source>
        <translation>正在逐层恢复</translation>
    </message>
    <message>
        <source>Running all texts without interventions</source>
        <translation>正在无干预地运行全部文本</translation>
    </message>
    <message>
        <source>Running both text sets</source>
        <translation>正在运行两个文本集</translation>
    </message>
    <message>
        <source>Running the other half of the texts without interventions</source>
        <translation>正在无干预地运行另一半文本</translation>
    </message>
    <message>
        <source>Running the sample text through the model</source>
        <translation>正在让模型读样本文本</translation>
    </message>
    <message>
        <source>Running the text set without interventions</source>
        <translation>正在无干预地运行文本集</translation>
    </message>
    <message>
        <source>Running the texts to choose a neuron on</source>
        <translation>正在运行用于选择神经元的文本</translation>
    </message>
    <message>
        <source>Running the texts to choose neurons on</source>
        <translation>正在运行用于选择一批神经元的文本</translation>
    </message>
    <message>
        <source>Running the words through the model</source>
        <translation>正在让模型读这些词</translation>
    </message>
    <message>
        <source>Samples of one or more tokens each are needed, and a map of states.</source>
        <translation>需要每个含一个或更多词元的样本，以及隐藏状态地图。</translation>
    </message>
    <message>
        <source>Scoring heads on repeated random tokens</source>
        <translation>正在用重复的随机词元给注意力头打分</translation>
    </message>
    <message>
        <source>Searching the true neighbours of each point</source>
        <translation>正在搜索每个点的真实近邻</translation>
    </message>
    <message>
        <source>Set the environment variable {variable} to a folder with a shorter path.</source>
        <translation>请把环境变量 {variable} 设为路径较短的文件夹。</translation>
    </message>
    <message>
        <source>Shuffling the pairs</source>
        <translation>正在打乱词对</translation>
    </message>
    <message>
        <source>Smaller models that would fit: {models}.</source>
        <translation>放得下的较小模型：{models}。</translation>
    </message>
    <message>
        <source>SmolLM2, 1.7B, base</source>
        <translation>SmolLM2，1.7B，基础版</translation>
    </message>
    <message>
        <source>SmolLM2, 1.7B, tuned to follow instructions</source>
        <translation>SmolLM2，1.7B，指令微调</translation>
    </message>
    <message>
        <source>SmolLM2, 135M, base</source>
        <translation>SmolLM2，135M，基础版</translation>
    </message>
    <message>
        <source>SmolLM2, 135M, tuned to follow instructions (the default)</source>
        <translation>SmolLM2，135M，指令微调（默认）</translation>
    </message>
    <message>
        <source>SmolLM2, 360M, base</source>
        <translation>SmolLM2，360M，基础版</translation>
    </message>
    <message>
        <source>SmolLM2, 360M, tuned to follow instructions</source>
        <translation>SmolLM2，360M，指令微调</translation>
    </message>
    <message>
        <source>Solving analogies</source>
        <translation>正在求解各个类比</translation>
    </message>
    <message>
        <source>Solving the analogy</source>
        <translation>正在求解类比</translation>
    </message>
    <message>
        <source>Some settings could not be used and are back at their defaults: {names}.</source>
        <translation>有些设置无法使用，已恢复为默认值：{names}。</translation>
    </message>
    <message>
        <source>Something went wrong inside Orrery ({kind}: {error}). The run so far is kept; the details say more.</source>
        <translation>Orrery 内部出了问题（{kind}：{error}）。目前的运行记录已保留；详情中有更多说明。</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>正在启动计算引擎</translation>
    </message>
    <message>
        <source>States of shape [T, {d_model}] were expected, but {shape} was met.</source>
        <translation>应为形状 [T, {d_model}] 的状态，但遇到的是 {shape}。</translation>
    </message>
    <message>
        <source>Strings of {max_pairs} brackets and a start token do not fit into a context of {context}. Choose at most {pairs} pairs, or a longer context.</source>
        <translation>{max_pairs} 个括号的字符串加上起始词元放不进 {context} 的上下文。请选最多 {pairs} 对，或更长的上下文。</translation>
    </message>
    <message>
        <source>Switch chat off to continue the text as it stands.</source>
        <translation>请关闭对话，按原样续写文本。</translation>
    </message>
    <message>
        <source>Switching candidates off</source>
        <translation>正在逐个关闭候选</translation>
    </message>
    <message>
        <source>Switching components off</source>
        <translation>正在关闭组件</translation>
    </message>
    <message>
        <source>Switching components off one by one</source>
        <translation>正在逐个关闭组件</translation>
    </message>
    <message>
        <source>Switching heads off</source>
        <translation>正在关闭注意力头</translation>
    </message>
    <message>
        <source>Switching neurons off together</source>
        <translation>正在一起关闭神经元</translation>
    </message>
    <message>
        <source>Switching off every head</source>
        <translation>正在逐个关闭每个注意力头</translation>
    </message>
    <message>
        <source>Taking means over the sample text</source>
        <translation>正在对样本文本求均值</translation>
    </message>
    <message>
        <source>That is {length:,} brackets; this bracket model reads {longest:,} at most (a context of {context}, one for the start token). Type a shorter string.</source>
        <translation>这里有 {length:,} 个括号；此括号模型最多读 {longest:,} 个（上下文为 {context}，其中一个是起始词元）。请输入较短的字符串。</translation>
    </message>
    <message>
        <source>That is {n:,} brackets, but {most:,} at most can be read. Type a shorter string.</source>
        <translation>这里有 {n:,} 个括号，但最多只能读 {most:,} 个。请输入较短的字符串。</translation>
    </message>
    <message>
        <source>The Hugging Face hub ({repo})</source>
        <translation>Hugging Face hub（{repo}）</translation>
    </message>
    <message>
        <source>The Python package index ({package} {version})</source>
        <translation>Python 软件包索引（{package} {version}）</translation>
    </message>
    <message>
        <source>The attention weights this model reports belong to another computation than the one it runs (its logits differ by {worst:.2g}), so they are not shown.</source>
        <translation>此模型报告的注意力权重与它实际的计算不符（logit 相差 {worst:.2g}），所以不显示。</translation>
    </message>
    <message>
        <source>The axis {what} has no direction: both ends are the same vector. Choose two that differ.</source>
        <translation>轴 {what} 没有方向：两端是同一个向量。请选两个不同的。</translation>
    </message>
    <message>
        <source>The axis {what} is a combination of those before it, so it would add nothing. Choose another one.</source>
        <translation>轴 {what} 是前面几条轴的组合，不会增加任何信息。请另选一条。</translation>
    </message>
    <message>
        <source>This recipe cannot be read ({why}). Use one that was saved with a model.</source>
        <translation>无法读取此配方（{why}）。请使用随模型保存的配方。</translation>
    </message>
    <message>
        <source>{device} has too little memory for {batch} examples at once. Train with a smaller batch.</source>
        <translation>{device} 的内存不足以同时处理 {batch} 个样本。请减小批量再训练。</translation>
    </message>
    <message>
        <source>{path} should be the weights of a model but cannot be read ({why}). Take another checkpoint, or train the model again.</source>
        <translation>{path} 应为模型权重，但无法读取（{why}）。请换一个检查点，或重新训练模型。</translation>
    </message>
    <message>
        <source>{path} should describe a model but cannot be read ({error}). Train it again, or use another folder.</source>
        <translation>{path} 应为模型说明，但无法读取（{error}）。请重新训练，或使用其他文件夹。</translation>
    </message>
    <message>
        <source>The bundled map {name} is damaged ({why}). Install Orrery again.</source>
        <translation>内置地图 {name} 已损坏（{why}）。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>A claim needs “at_least”, “at_most”, “equals”, “more_than” or “less_than”.</source>
        <translation>一条断言需要 “at_least”、“at_most”、“equals”、“more_than” 或 “less_than”。</translation>
    </message>
    <message>
        <source>A fenced block is only allowed right below a step&apos;s heading, and holds its state.</source>
        <translation>围栏代码块只能紧接在步骤的标题下面，里面写这一步的状态。</translation>
    </message>
    <message>
        <source>A heading inside a step is not allowed: begin another step with “## ”, or make it bold.</source>
        <translation>步骤里面不能有标题：请用 “## ” 开始另一步，或把它写成粗体。</translation>
    </message>
    <message>
        <source>A heading is shown in large type: {most} characters at most.</source>
        <translation>标题用大字显示：最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>A histogram needs at least 1 bin, not {n}.</source>
        <translation>直方图至少需要 1 个区间，而不是 {n} 个。</translation>
    </message>
    <message>
        <source>A lesson can have {most} steps at most.</source>
        <translation>一课最多有 {most} 步。</translation>
    </message>
    <message>
        <source>A lesson has to begin with front matter in TOML between two lines of +++.</source>
        <translation>一课的开头必须是两行 +++ 之间的 TOML 前言。</translation>
    </message>
    <message>
        <source>A line is not allowed: begin another step.</source>
        <translation>不能有分隔线：请开始另一步。</translation>
    </message>
    <message>
        <source>A link is not allowed: lessons are given without a network.</source>
        <translation>不能有链接：上课时没有网络。</translation>
    </message>
    <message>
        <source>A map needs at least {fewest} points, but {n} were given.</source>
        <translation>地图至少需要 {fewest} 个点，但只有 {n} 个。</translation>
    </message>
    <message>
        <source>A map shows {most:,} features at most, but these are {n:,}.</source>
        <translation>一张地图最多显示 {most:,} 个特征，但这里有 {n:,} 个。</translation>
    </message>
    <message>
        <source>A matrix cannot be shown in this way. Choose another one.</source>
        <translation>矩阵不能这样显示。请另选一种方式。</translation>
    </message>
    <message>
        <source>A moving average is taken across 1 to {most} rows and columns, not {n}.</source>
        <translation>滑动平均的边长为 1 到 {most} 行和列，而不是 {n}。</translation>
    </message>
    <message>
        <source>A number needs either “what”, or “view” and “name”, or one of “sum”, “difference” and “ratio”.</source>
        <translation>一个数需要 “what”，或者 “view” 和 “name”，或者 “sum”、“difference”、“ratio” 之一。</translation>
    </message>
    <message>
        <source>A picture has {n} numbers, but {met} were given.</source>
        <translation>一张图片有 {n} 个数，但给出了 {met} 个。</translation>
    </message>
    <message>
        <source>A picture is not allowed: name a view in the step&apos;s state.</source>
        <translation>不能有图片：请在这一步的状态里写出一个视图。</translation>
    </message>
    <message>
        <source>A piece of {n} tokens holds no text. Choose a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plane needs two different weights. Choose another one.</source>
        <translation>一个平面需要两个不同的权重。请另选一个。</translation>
    </message>
    <message>
        <source>A plane through minima needs three different starts. Choose other ones.</source>
        <translation>经过极小值的平面需要三个不同的起点。请另选。</translation>
    </message>
    <message>
        <source>A polynomial of degree {degree} has {size} coefficients, but there are only {n} different x: infinitely many go through all points. Choose a degree up to {most}, or add points.</source>
        <translation>{degree} 次多项式有 {size} 个系数，但只有 {n} 个不同的 x：经过所有点的有无穷多条。请选择不超过 {most} 的次数，或添加点。</translation>
    </message>
    <message>
        <source>A quotation is not allowed: write a paragraph.</source>
        <translation>不能有引文：请写成段落。</translation>
    </message>
    <message>
        <source>A run needs a “prompt”.</source>
        <translation>运行需要 “prompt”。</translation>
    </message>
    <message>
        <source>A table is not allowed: a view shows it, or a list says it.</source>
        <translation>不能有表格：请用视图显示，或写成列表。</translation>
    </message>
    <message>
        <source>All points have the same x: any line through their middle fits as well as any other. Move one of them sideways, or choose degree 0.</source>
        <translation>所有点的 x 都相同：穿过它们中点的任何直线都拟合得一样好。请把其中一个点向旁边移动，或选择 0 次。</translation>
    </message>
    <message>
        <source>An option is a text, a number, or true or false.</source>
        <translation>选项是文本、数，或者 true、false。</translation>
    </message>
    <message>
        <source>Between 1 and {most:,} characters can be written, not {n}.</source>
        <translation>可以生成 1 到 {most:,} 个字符，不能是 {n} 个。</translation>
    </message>
    <message>
        <source>Between 1 and {most} stretches can be measured, not {n}.</source>
        <translation>可以测量 1 到 {most} 段文本，不能是 {n} 段。</translation>
    </message>
    <message>
        <source>Classes must be whole numbers from 0 to {last}, but {met} was met.</source>
        <translation>类别须为 0 到 {last} 的整数，但遇到了 {met}。</translation>
    </message>
    <message>
        <source>Clustering rows and columns</source>
        <translation>正在对行和列聚类</translation>
    </message>
    <message>
        <source>Comparing the features&apos; directions</source>
        <translation>正在比较特征的方向</translation>
    </message>
    <message>
        <source>Computing singular values</source>
        <translation>正在计算奇异值</translation>
    </message>
    <message>
        <source>Computing the phase diagram</source>
        <translation>正在计算相图</translation>
    </message>
    <message>
        <source>Count one of {units}, in one of the alphabets {alphabets}.</source>
        <translation>统计对象只能是 {units} 之一，字母表只能是 {alphabets} 之一。</translation>
    </message>
    <message>
        <source>Counting the text</source>
        <translation>正在统计文本</translation>
    </message>
    <message>
        <source>Counting the weights</source>
        <translation>正在统计权重</translation>
    </message>
    <message>
        <source>Descending from several starts</source>
        <translation>正在从多个起点下降</translation>
    </message>
    <message>
        <source>Dictionaries are trained with topk or relu here. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: {n} numbers of hidden layer {layer}</source>
        <translation>手写数字：隐藏层 {layer} 的 {n} 个数</translation>
    </message>
    <message>
        <source>Digits: {n} numbers of the last hidden layer</source>
        <translation>手写数字：最后一个隐藏层的 {n} 个数</translation>
    </message>
    <message>
        <source>Digits: {n} pixels of each picture</source>
        <translation>手写数字：每张图片的 {n} 个像素</translation>
    </message>
    <message>
        <source>Drawing layer {layer}</source>
        <translation>正在绘制第 {layer} 层</translation>
    </message>
    <message>
        <source>Drawing the matrix</source>
        <translation>正在绘制矩阵</translation>
    </message>
    <message>
        <source>Drawing the shuffled matrix</source>
        <translation>正在绘制打乱后的矩阵</translation>
    </message>
    <message>
        <source>Each drawn point should be {columns} numbers, but {part} was met. Clear the points.</source>
        <translation>每个画出的点应为 {columns} 个数，但遇到了 {part}。请清除这些点。</translation>
    </message>
    <message>
        <source>Each point should be 2 numbers, but {met} was met.</source>
        <translation>每个点应为 2 个数，却遇到 {met}。</translation>
    </message>
    <message>
        <source>Feature {index} of the dictionary {name}: {hook}</source>
        <translation>字典 {name} 的特征 {index}：{hook}</translation>
    </message>
    <message>
        <source>Features of {n} dictionaries</source>
        <translation>{n} 个字典的特征</translation>
    </message>
    <message>
        <source>Features of {title}</source>
        <translation>{title} 的特征</translation>
    </message>
    <message>
        <source>Fitting probes</source>
        <translation>正在拟合探针</translation>
    </message>
    <message>
        <source>Generating the model&apos;s continuation</source>
        <translation>正在生成模型的续写</translation>
    </message>
    <message>
        <source>HTML is not allowed: text is plain, with **bold**, *italic* and `code`.</source>
        <translation>不能有 HTML：文字是纯文本，可用 **粗体**、*斜体* 和 `代码`。</translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers such as 32, 16, but {typed!r} was typed. Type one number for each layer.</source>
        <translation>隐藏层要写成整数，例如 32, 16，但输入的是 {typed!r}。请为每一层输入一个数。</translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers such as 4, 4, but {typed!r} was typed. Type one number for each layer.</source>
        <translation>隐藏层要写成整数，例如 4, 4，但输入的是 {typed!r}。请为每一层输入一个数。</translation>
    </message>
    <message>
        <source>Hidden layers should be whole numbers such as 4, 4, but {text} was met.</source>
        <translation>隐藏层应为整数，例如 4, 4，但遇到了 {text}。</translation>
    </message>
    <message>
        <source>In {text} the model&apos;s tokens go across the end of the word, so no state stands for it. Put a space or a full stop behind it.</source>
        <translation>在 {text} 中，模型的词元越过了词尾，因此没有状态代表它。请在其后加空格或句号。</translation>
    </message>
    <message>
        <source>It was made on a model whose writing weights were centred: each position&apos;s mean is subtracted first.</source>
        <translation>它所用的模型的写入权重做过中心化：先减去每个位置自身的均值。</translation>
    </message>
    <message>
        <source>Layer {layer} does not exist: this model&apos;s layers are 0 to {last}. Choose one of them.</source>
        <translation>第 {layer} 层不存在：此模型的层为 0 到 {last}。请从中选择。</translation>
    </message>
    <message>
        <source>Layers have no such matrix. Choose one of attention or of the MLP.</source>
        <translation>各层没有这样的矩阵。请选择注意力或 MLP 的矩阵。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not UTF-8 text (byte {byte:#04x}). Save the file as UTF-8, or name a text file.</source>
        <translation>{name} 的第 {line} 行不是 UTF-8 文本（字节 {byte:#04x}）。请将文件存为 UTF-8，或指定一个文本文件。</translation>
    </message>
    <message>
        <source>Look for 1 to {most} letters or words in a row, not for {n}.</source>
        <translation>请查找连续 1 到 {most} 个字母或单词，不能是 {n} 个。</translation>
    </message>
    <message>
        <source>Measuring rows and columns</source>
        <translation>正在测量行和列</translation>
    </message>
    <message>
        <source>Measuring the loss over the plane</source>
        <translation>正在测量平面上的损失</translation>
    </message>
    <message>
        <source>Measuring the model on held-out text</source>
        <translation>正在留出文本上测量模型</translation>
    </message>
    <message>
        <source>Measuring the weights</source>
        <translation>正在测量权重</translation>
    </message>
    <message>
        <source>No laboratory brings points called {of!r} to a map.</source>
        <translation>没有哪个实验室能为地图提供名为 {of!r} 的点。</translation>
    </message>
    <message>
        <source>No row has two numbers. Write a point a line, x before y, such as “1, 2”.</source>
        <translation>没有一行含有两个数。请每行写一个点，x 在 y 之前，例如“1, 2”。</translation>
    </message>
    <message>
        <source>No terms are given. Write some, parted by commas, such as “1, x, sin(x)”.</source>
        <translation>没有给出任何项。请写几项，用逗号隔开，例如“1, x, sin(x)”。</translation>
    </message>
    <message>
        <source>No weight of this matrix is a finite number. Choose another one.</source>
        <translation>此矩阵没有一个权重是有限的数。请另选一个。</translation>
    </message>
    <message>
        <source>Only 1 character is held out of so short a text: bits per character say little. Take a longer one.</source>
        <translation>这么短的文本只留出了 1 个字符：每字符比特数说明不了什么。请换一篇更长的文本。</translation>
    </message>
    <message>
        <source>Only the first {most:,} characters were read.</source>
        <translation>只读取了前 {most:,} 个字符。</translation>
    </message>
    <message>
        <source>Only {n} characters are held out of so short a text: bits per character say little. Take a longer one.</source>
        <translation>这段文本太短，只留出 {n} 个字符：每字符比特数说明不了什么。请换一段更长的文本。</translation>
    </message>
    <message>
        <source>Points of two classes at least are needed. Click into the plane to draw some of each, or open a CSV file.</source>
        <translation>至少需要两个类别的点。请在平面上点击画出每类的点，或打开 CSV 文件。</translation>
    </message>
    <message>
        <source>Positions are written all, last, generated, or like 3,5-8 or 5- (from 0 on), but “{text}” was given.</source>
        <translation>位置写作 all、last、generated，或像 3,5-8、5- 这样（从 0 数起），但给的是“{text}”。</translation>
    </message>
    <message>
        <source>Queries, keys and values were not told apart in this model. Choose a matrix by its name.</source>
        <translation>此模型的查询、键和值无法区分。请按名称选择矩阵。</translation>
    </message>
    <message>
        <source>Reading the phrases</source>
        <translation>正在读取短语</translation>
    </message>
    <message>
        <source>Reading {title}</source>
        <translation>正在读取 {title}</translation>
    </message>
    <message>
        <source>Row {row} has one column only (“{cell}”); two numbers are expected, x before y.</source>
        <translation>第 {row} 行只有一列（“{cell}”）；应为两个数，x 在 y 之前。</translation>
    </message>
    <message>
        <source>Row {row} has {cell}; numbers between −1e100 and 1e100 are expected. Choose another unit.</source>
        <translation>第 {row} 行是 {cell}；应为 −1e100 到 1e100 之间的数。请换一个单位。</translation>
    </message>
    <message>
        <source>Row {row} has “{cell}” where a number is expected. Correct it, or leave the cell empty to skip the row.</source>
        <translation>第 {row} 行应为数的地方是“{cell}”。请改正，或把该格留空以跳过这一行。</translation>
    </message>
    <message>
        <source>Singular values are computed of matrices whose smaller side is at most {most:,}, and this one&apos;s is {n:,}. Choose a smaller matrix.</source>
        <translation>只计算较短一边不超过 {most:,} 的矩阵的奇异值，而此矩阵为 {n:,}。请选择较小的矩阵。</translation>
    </message>
    <message>
        <source>Start {start} broke off at step {step}: at a learning rate of {rate:g} the numbers overflow (NaN), so there is nothing to lay a plane through. Choose a lower rate.</source>
        <translation>起点 {start} 在第 {step} 步中断：学习率为 {rate:g} 时数值溢出（NaN），因此没有可供平面经过的终点。请选小一些的学习率。</translation>
    </message>
    <message>
        <source>Text before the first step belongs to none: begin a step with “## Heading”.</source>
        <translation>第一步之前的文字不属于任何一步：请用 “## 标题” 开始一步。</translation>
    </message>
    <message>
        <source>That makes {n} texts, but at most {most} are read. Take fewer words or templates.</source>
        <translation>这样共有 {n} 个文本，但最多读取 {most} 个。请减少词或模板。</translation>
    </message>
    <message>
        <source>The MLPs of this model are of a form that Orrery does not recognise. Choose a matrix by its name.</source>
        <translation>此模型的 MLP 结构无法识别。请按名称选择矩阵。</translation>
    </message>
    <message>
        <source>The MLPs of this model have no gate. Choose “up” or “down”.</source>
        <translation>此模型的 MLP 没有门控。请选择“up”或“down”。</translation>
    </message>
    <message>
        <source>The camera&apos;s distance is a share of the one that frames all, {nearest} to {furthest:.0f}, but {distance:g} was given.</source>
        <translation>相机的距离是相对于容纳全部内容的距离的比例，范围为 {nearest} 到 {furthest:.0f}，但给的是 {distance:g}。</translation>
    </message>
    <message>
        <source>The catalogue of models {path} is damaged ({why}). Install Orrery again.</source>
        <translation>模型目录 {path} 已损坏（{why}）。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>The change of {site} must name positions from 0 on, or none to mean all of them.</source>
        <translation>对 {site} 的改动必须写明从 0 数起的位置，或不写表示全部位置。</translation>
    </message>
    <message>
        <source>The classes of the examples must be 0 to {last}.</source>
        <translation>样本的类别须为 0 到 {last}。</translation>
    </message>
    <message>
        <source>The code must have 1 to {most} dimensions and noise of 0 to 10, but {width} and {noise} were met.</source>
        <translation>编码必须有 1 至 {most} 维、噪声为 0 至 10，现为 {width} 和 {noise}。</translation>
    </message>
    <message>
        <source>The colours of the theme {name} cannot be read from {path} ({why}); those of {other} are shown instead. Installing Orrery again brings them back.</source>
        <translation>无法从 {path} 读取主题 {name} 的颜色（{why}）；改用 {other} 的颜色。重新安装 Orrery 即可恢复。</translation>
    </message>
    <message>
        <source>The component must be one of {parts}, not {part!r}.</source>
        <translation>组件必须是 {parts} 之一，不能是 {part!r}。</translation>
    </message>
    <message>
        <source>The connection to the hub broke off in {name} of {repo} ({error}). Try again; what came so far is kept.</source>
        <translation>与 hub 的连接在传输 {repo} 的 {name} 时中断（{error}）。请再试；已下载的部分已保留。</translation>
    </message>
    <message>
        <source>The device has too little memory for this: {needed} at once was refused.</source>
        <translation>设备内存不足：一次申请 {needed} 被拒绝。</translation>
    </message>
    <message>
        <source>The dictionary has no threshold, so which latents are active depends on the batch they are read in. Take one that was trained on until its threshold was set.</source>
        <translation>该字典没有阈值，因此哪些隐单元激活取决于同批读取的内容。请使用训练到已设定阈值的字典。</translation>
    </message>
    <message>
        <source>The dictionary multiplies activations by a factor that brings their mean length to the root of their number, but does not tell the factor. Open it under Published dictionaries: there it is measured.</source>
        <translation>该字典把激活乘以一个系数，使其平均长度等于维数的平方根，但文件没有给出这个系数。请在“已发布的字典”中打开它：那里会测量该系数。</translation>
    </message>
    <message>
        <source>The dictionary reads {name}, which Orrery does not. It reads resid after a layer, the attention output, the MLP output and the neurons: take a dictionary of one of these.</source>
        <translation>该字典读取 {name}，Orrery 不读取它。Orrery 读取某层之后的残差流、注意力输出、MLP 输出和神经元：请使用其中之一的字典。</translation>
    </message>
    <message>
        <source>The dictionary {name} has changed, or is of another width. Show the map again.</source>
        <translation>字典 {name} 已改变，或宽度不同。请重新显示地图。</translation>
    </message>
    <message>
        <source>The dictionary {name} is not the one that {feature} was chosen from: it has been trained or replaced since. Choose the feature anew.</source>
        <translation>字典 {name} 不是当初选出 {feature} 的那一个：它后来被重新训练或替换了。请重新选择特征。</translation>
    </message>
    <message>
        <source>The dictionary {title} reads {d:,} numbers, but {what} has {width:,} in this model. Choose one that was trained on this model, or load its model ({model}).</source>
        <translation>字典“{title}”读取 {d:,} 个数，但此模型的{what}有 {width:,} 个。请选择在此模型上训练的字典，或加载它的模型（{model}）。</translation>
    </message>
    <message>
        <source>The dictionary&apos;s architecture is {architecture} with {function}, which Orrery cannot compute. It computes SAELens&apos; standard, topk, jumprelu and gated ones.</source>
        <translation>该字典的结构是 {architecture}，激活函数为 {function}，Orrery 无法计算。它能计算 SAELens 的 standard、topk、jumprelu 和 gated。</translation>
    </message>
    <message>
        <source>The dictionary&apos;s class is {told}, which Orrery cannot compute. It computes {those}.</source>
        <translation>该字典的类是 {told}，Orrery 无法计算。它能计算 {those}。</translation>
    </message>
    <message>
        <source>The dimension is measured of {fewest} to {most:,} states, not {n_states}.</source>
        <translation>维数用 {fewest} 到 {most:,} 个状态测量，不能是 {n_states} 个。</translation>
    </message>
    <message>
        <source>The encoder could not write the film: {words}.</source>
        <translation>编码器无法写出影片：{words}。</translation>
    </message>
    <message>
        <source>The engine could not start. {why}</source>
        <translation>计算引擎无法启动。{why}</translation>
    </message>
    <message>
        <source>The engine did not answer. Try again.</source>
        <translation>计算引擎没有回应。请再试。</translation>
    </message>
    <message>
        <source>The engine ended before the picture was whole. Try again.</source>
        <translation>计算引擎在图完成之前结束了。请再试。</translation>
    </message>
    <message>
        <source>The engine ended by itself (exit status unknown).</source>
        <translation>计算引擎自行结束了（退出状态未知）。</translation>
    </message>
    <message>
        <source>The engine ended by itself (exit status {code}).</source>
        <translation>计算引擎自行结束了（退出状态 {code}）。</translation>
    </message>
    <message>
        <source>The engine ended by itself (signal {name}).</source>
        <translation>计算引擎自行结束了（信号 {name}）。</translation>
    </message>
    <message>
        <source>The engine has not answered for {seconds:.0f} seconds: it may be busy with something large, or hang.</source>
        <translation>计算引擎已有 {seconds:.0f} 秒没有回应：它可能正忙于一项大任务，也可能卡住了。</translation>
    </message>
    <message>
        <source>The engine was asked to stop {seconds:.0f} seconds ago and has not done so yet.</source>
        <translation>{seconds:.0f} 秒前要求计算引擎停止，它还没有停下。</translation>
    </message>
    <message>
        <source>The engine was killed from outside, most often by the system because memory ran out.</source>
        <translation>计算引擎从外部被结束，多半是系统因内存不足所为。</translation>
    </message>
    <message>
        <source>The examples have {met} inputs, but the net takes {wanted}.</source>
        <translation>样本有 {met} 个输入，而网络接受 {wanted} 个。</translation>
    </message>
    <message>
        <source>The examples hold values that are not finite numbers. Take those rows out.</source>
        <translation>样本中有非有限数值。请去掉这些行。</translation>
    </message>
    <message>
        <source>The figure could not be written to {path} ({why}). Free some space there, or name another file.</source>
        <translation>图无法写入 {path}（{why}）。请在那里腾出空间，或指定另一个文件。</translation>
    </message>
    <message>
        <source>The figure could not be written to {path} ({why}). Name another file.</source>
        <translation>图无法写入 {path}（{why}）。请指定另一个文件。</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file {path} with the texts in {language} is damaged ({why}), so Orrery speaks English. Install Orrery again.</source>
        <translation>含有{language}文本的文件 {path} 已损坏（{why}），所以 Orrery 使用英文。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>The files that were downloaded whole are kept.</source>
        <translation>已完整下载的文件已保留。</translation>
    </message>
    <message>
        <source>The film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>The film could not be written to {path} ({why}). Free some space there, or name another file.</source>
        <translation>影片无法写入 {path}（{why}）。请在那里腾出空间，或指定另一个文件。</translation>
    </message>
    <message>
        <source>The film goes from {what} {first:g} to {last:g}, but the run has {there}.</source>
        <translation>影片从{what} {first:g} 到 {last:g}，但运行记录有 {there}。</translation>
    </message>
    <message>
        <source>The first {most} of {n:,} lines were used.</source>
        <translation>使用了 {n:,} 行中的前 {most} 行。</translation>
    </message>
    <message>
        <source>The first {share:.2g} % of each of the {n:,} files is used ({size:,.2f} MB, {encodings}).</source>
        <translation>使用了 {n:,} 个文件各自的前 {share:.2g}%（{size:,.2f} MB，{encodings}）。</translation>
    </message>
    <message>
        <source>The first {share:.2g} % of the file is used ({size:,.2f} MB, {encodings}).</source>
        <translation>使用了文件的前 {share:.2g}%（{size:,.2f} MB，{encodings}）。</translation>
    </message>
    <message>
        <source>The fit failed: {fault}.</source>
        <translation>拟合失败：{fault}。</translation>
    </message>
    <message>
        <source>The fit gave points that are not finite. {advice}</source>
        <translation>拟合给出的点不是有限值。{advice}</translation>
    </message>
    <message>
        <source>The fit needs about {need:.1f} GiB of memory. Close other programs.</source>
        <translation>拟合大约需要 {need:.1f} GiB 内存。请关闭其他程序。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it, or choose another one.</source>
        <translation>文件夹 {folder} 不存在。请创建它，或选择另一个。</translation>
    </message>
    <message>
        <source>The handwritten digits come with scikit-learn, whose file cannot be read ({why}). Install scikit-learn again.</source>
        <translation>手写数字随 scikit-learn 提供，但无法读取其文件（{why}）。请重新安装 scikit-learn。</translation>
    </message>
    <message>
        <source>The hub sent nothing of {name} of {repo} for {answer_within:.0f} seconds. Try again; what came so far is kept.</source>
        <translation>hub 已有 {answer_within:.0f} 秒没有传来 {repo} 的 {name}。请再试；已下载的部分已保留。</translation>
    </message>
    <message>
        <source>The interventions change layer {lowest}, so the run must be recomputed from there, not from layer {layer}.</source>
        <translation>干预改动了第 {lowest} 层，所以必须从那一层开始重新计算，而不是从第 {layer} 层。</translation>
    </message>
    <message>
        <source>The laboratory {name!r} could not be loaded ({kind}: {error}), so it is of no use now; the others work.</source>
        <translation>实验室 {name!r} 无法加载（{kind}：{error}），所以现在不能使用；其他的照常工作。</translation>
    </message>
    <message>
        <source>The layers of this model have</source>
        <translation>此模型的各层有</translation>
    </message>
    <message>
        <source>The layout of this map is there no more. Choose the map or its layout again.</source>
        <translation>此地图的布局已不存在。请重新选择地图或它的布局。</translation>
    </message>
    <message>
        <source>The learning rate should be a number from 0 on, such as 0.03, but {text} was met.</source>
        <translation>学习率应为不小于 0 的数，例如 0.03，但遇到了 {text}。</translation>
    </message>
    <message>
        <source>The least distance</source>
        <translation>最小距离</translation>
    </message>
    <message>
        <source>The library {library} is missing ({said}). {advice}</source>
        <translation>缺少库 {library}（{said}）。{advice}</translation>
    </message>
    <message>
        <source>The map could not be kept in {folder} ({why}; it takes {size:.1f} MiB). It can be used until Orrery closes; free some space to keep the next one.</source>
        <translation>地图无法保存到 {folder}（{why}；需要 {size:.1f} MiB）。它在 Orrery 关闭之前可以使用；请腾出空间以便保存下一个。</translation>
    </message>
    <message>
        <source>The map of {what} is not open. Show it first, then ask again.</source>
        <translation>{what}的地图没有打开。请先显示它，然后再试。</translation>
    </message>
    <message>
        <source>The map of {what} is not open. Show it first, then measure it.</source>
        <translation>{what}的地图没有打开。请先显示它，然后再测量。</translation>
    </message>
    <message>
        <source>The map was exchanged meanwhile, so nothing is measured on it.</source>
        <translation>其间地图已更换，所以没有在它上面测量。</translation>
    </message>
    <message>
        <source>The map&apos;s layout changed; the path is being drawn again.</source>
        <translation>地图的布局已改变；正在重新绘制路径。</translation>
    </message>
    <message>
        <source>The map&apos;s points are numbered 0 to {last}, but {index} was asked for.</source>
        <translation>地图的点编号为 0 到 {last}，但要求的是 {index}。</translation>
    </message>
    <message>
        <source>The mapper process ended by itself during the fit (exit code {code}); it may have run out of memory. The present layout stays; start the fit again, or choose fewer neighbours.</source>
        <translation>地图进程在拟合时自行结束（退出代码 {code}）；可能是内存不足。目前的布局保留；请重新开始拟合，或选择较少的近邻。</translation>
    </message>
    <message>
        <source>The method must be one of {methods}.</source>
        <translation>方法只能是 {methods} 之一。</translation>
    </message>
    <message>
        <source>The metric must be one of {metrics}, but is {metric!r}.</source>
        <translation>度量必须是 {metrics} 之一，但给的是 {metric!r}。</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model could not be saved to {path} ({why}). What was saved before is untouched and the training is still in memory. {elsewhere}, then save again.</source>
        <translation>模型无法保存到 {path}（{why}）。先前保存的内容没有变动，训练仍在内存中。{elsewhere}，然后再保存。</translation>
    </message>
    <message>
        <source>The model gave no logits, so nothing can be said of what comes: choose another model.</source>
        <translation>模型没有给出 logit，所以无法说接下来是什么：请另选模型。</translation>
    </message>
    <message>
        <source>The model gave no logits, so there is nothing to draw a token from: choose another model.</source>
        <translation>模型没有给出 logit，所以无法抽取词元：请另选模型。</translation>
    </message>
    <message>
        <source>The model in {folder} could not be loaded. Get it again from its source; if that does not help, it may need a newer version of transformers. (Details: {why})</source>
        <translation>{folder} 中的模型无法加载。请从来源重新获取；如果仍不行，可能需要更新版本的 transformers。（详情：{why}）</translation>
    </message>
    <message>
        <source>The model needs {needed} on {device} in {dtype}, but {free} are free there, and {all} on all GPUs and in main memory together.</source>
        <translation>模型在 {device} 上以 {dtype} 运行需要 {needed}，但那里只有 {free} 空闲，所有 GPU 与主内存合计 {all}。</translation>
    </message>
    <message>
        <source>The model needs {needed} on {device} in {dtype}, but {free} are free.</source>
        <translation>模型在 {device} 上以 {dtype} 运行需要 {needed}，但只有 {free} 空闲。</translation>
    </message>
    <message>
        <source>The model&apos;s logits are not finite numbers (NaN or infinity): its weights are damaged, or its states overflow in this precision. Get it again from its source, or load it with dtype float32.</source>
        <translation>模型的 logit 不是有限的数（NaN 或无穷大）：权重已损坏，或状态在这种精度下溢出。请从来源重新获取，或用 float32 加载。</translation>
    </message>
    <message>
        <source>The modified model&apos;s logits are not finite numbers. Use a smaller scale.</source>
        <translation>修改后的模型的 logit 不是有限的数。请用较小的缩放。</translation>
    </message>
    <message>
        <source>The names of the classes should be words, but {met} was met.</source>
        <translation>类别的名称应为文字，却遇到 {met}。</translation>
    </message>
    <message>
        <source>The net has no hidden layer whose width could be varied. Add one.</source>
        <translation>网络没有可改变宽度的隐藏层。请添加一层。</translation>
    </message>
    <message>
        <source>The noise must be above 0, not {noise:g}. Choose about 3 standard deviations.</source>
        <translation>噪声必须大于 0，不能是 {noise:g}。请选约 3 个标准差。</translation>
    </message>
    <message>
        <source>The number of neighbours</source>
        <translation>近邻数</translation>
    </message>
    <message>
        <source>The number of tokens must be 0 or more, but {n_tokens} was given.</source>
        <translation>词元数必须是 0 或更大，但给的是 {n_tokens}。</translation>
    </message>
    <message>
        <source>The number {name} stands neither in the text nor in a check.</source>
        <translation>数 {name} 既不在正文里，也不在任何断言里。</translation>
    </message>
    <message>
        <source>The numbers of {name} cannot be read. Choose another matrix.</source>
        <translation>无法读取 {name} 的数值。请选择其他矩阵。</translation>
    </message>
    <message>
        <source>The old file is kept as {name}.</source>
        <translation>旧文件保留为 {name}。</translation>
    </message>
    <message>
        <source>The option {name!r} is a number, but {text!r} was given.</source>
        <translation>选项 {name!r} 是一个数，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>The option {name!r} is on or off, but {text!r} was given.</source>
        <translation>选项 {name!r} 只能开或关，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>The option {name!r} is one of {choices}, but {text!r} was given.</source>
        <translation>选项 {name!r} 是 {choices} 之一，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>The option {name!r} is {what}, but {value} was given.</source>
        <translation>选项 {name!r} 应为{what}，但给的是 {value}。</translation>
    </message>
    <message>
        <source>The option {name!r} lies between {low:g} and {high:g}, but {text} was given.</source>
        <translation>选项 {name!r} 在 {low:g} 与 {high:g} 之间，但给的是 {text}。</translation>
    </message>
    <message>
        <source>The option {name!r} lies between {low:g} and {high:g}, but {value:g} was given.</source>
        <translation>选项 {name!r} 在 {low:g} 与 {high:g} 之间，但给的是 {value:g}。</translation>
    </message>
    <message>
        <source>The option {of!r} is a text: say which ones the sweep goes through, in “values”.</source>
        <translation>选项 {of!r} 是文本：请在“values”中写明扫描经过哪些值。</translation>
    </message>
    <message>
        <source>The output of single heads could not be found in this model.</source>
        <translation>在此模型中找不到单个注意力头的输出。</translation>
    </message>
    <message>
        <source>The page is too small for {count} panels with their titles and the caption: panel {number} would have {wide} x {high} pixels. Make the page larger or the text smaller, or leave some of it out.</source>
        <translation>页面放不下 {count} 个子图及其标题和说明：子图 {number} 只会有 {wide} x {high} 像素。请放大页面、缩小文字，或去掉一部分。</translation>
    </message>
    <message>
        <source>The palette {name} cannot be read ({why}). Install Orrery again.</source>
        <translation>调色板 {name} 无法读取（{why}）。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>The perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>The phase diagram has columns 0 to {last} and 1 to 64 starts, but {index} and {starts} were asked for.</source>
        <translation>相图有第 0 至 {last} 列、1 至 64 个起点，但要求的是 {index} 和 {starts}。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The points hold values that are not finite numbers. Take those rows out.</source>
        <translation>这些点中有非有限数值。请去掉这些行。</translation>
    </message>
    <message>
        <source>The preset {name!r} cannot be used: {sentence}</source>
        <translation>预设 {name!r} 无法使用：{sentence}</translation>
    </message>
    <message>
        <source>The prompt is empty, and this model has no begin-of-text token: type at least one character.</source>
        <translation>提示词为空，而此模型没有文本起始词元：请至少输入一个字符。</translation>
    </message>
    <message>
        <source>The prompt is {n:,} tokens long, but this model takes at most {context:,}: shorten it by {over:,}.</source>
        <translation>提示词有 {n:,} 个词元，但此模型最多接受 {context:,} 个：请缩短 {over:,} 个。</translation>
    </message>
    <message>
        <source>The prompt style is {n} tokens long, but this model reads {context}. Choose a shorter one.</source>
        <translation>提示方式有 {n} 个词元，但此模型只读 {context} 个。请选较短的。</translation>
    </message>
    <message>
        <source>The prompt was not read to its end, so it cannot be continued: run it again.</source>
        <translation>提示词没有读完，所以不能续写：请重新运行。</translation>
    </message>
    <message>
        <source>The ratio of further pairs</source>
        <translation>远点对的比例</translation>
    </message>
    <message>
        <source>The ratio of mid-near pairs</source>
        <translation>中距点对的比例</translation>
    </message>
    <message>
        <source>The recorded run {name} cannot be read ({why}).</source>
        <translation>录制的运行记录 {name} 无法读取（{why}）。</translation>
    </message>
    <message>
        <source>The recorded run {name} is cut short, or too large.</source>
        <translation>录制的运行记录 {name} 被截断，或过大。</translation>
    </message>
    <message>
        <source>The recording could not be written to {file} ({why}). Choose another folder with --out.</source>
        <translation>录制无法写入 {file}（{why}）。请用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The rows of these words hold NaN or infinity, so they have no direction.</source>
        <translation>这些词的行含有 NaN 或无穷大，所以没有方向。</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>The run holds token {token}, but this model&apos;s vocabulary is numbered 0 to {last}.</source>
        <translation>运行记录含有词元 {token}，但此模型的词表编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>The run of the step “{heading}” of {name} could not be made. {why}</source>
        <translation>无法为 {name} 的步骤“{heading}”制作运行记录。{why}</translation>
    </message>
    <message>
        <source>The run so far is kept; restart the engine to continue.</source>
        <translation>目前的运行记录已保留；请重新启动计算引擎以继续。</translation>
    </message>
    <message>
        <source>The run was made by {name} ({sha256}), but the model given is {given} ({given_sha256}): only the run&apos;s own model can complete it.</source>
        <translation>运行记录由 {name}（{sha256}）生成，但给出的模型是 {given}（{given_sha256}）：只有它自己的模型才能补全它。</translation>
    </message>
    <message>
        <source>The run&apos;s tokens do not form a tree, so it cannot be continued: open the file again.</source>
        <translation>运行记录的词元不构成一棵树，所以不能续写：请重新打开文件。</translation>
    </message>
    <message>
        <source>The sample text gave no tokens, so this space has no background. Check the tokenizer.</source>
        <translation>样本文本没有给出词元，所以这个空间没有背景点。请检查分词器。</translation>
    </message>
    <message>
        <source>The sample text in {folder} cannot be read ({why}). Install Orrery again.</source>
        <translation>{folder} 中的样本文本无法读取（{why}）。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>The sample text&apos;s states hold NaN or infinity, so there is nothing to map. Try dtype float32.</source>
        <translation>样本文本的状态含有 NaN 或无穷大，所以没有可画的。请试试 float32。</translation>
    </message>
    <message>
        <source>The scale of {site} must be a finite number, not {scale}; 0 switches it off.</source>
        <translation>{site} 的缩放必须是有限的数，不能是 {scale}；0 表示关闭。</translation>
    </message>
    <message>
        <source>The seed must be 0 or a larger number, not {seed}.</source>
        <translation>随机种子必须是 0 或更大的数，不能是 {seed}。</translation>
    </message>
    <message>
        <source>The seed must be 0 to {last}, but is {seed}.</source>
        <translation>随机种子必须是 0 到 {last}，但给的是 {seed}。</translation>
    </message>
    <message>
        <source>The sentence has {n} tokens, but 2 to {most} are needed. Change it.</source>
        <translation>句子有 {n} 个词元，但需要 2 到 {most} 个。请修改。</translation>
    </message>
    <message>
        <source>The separator can have up to {longest_word} characters. Type a shorter one.</source>
        <translation>分隔符最多可以有 {longest_word} 个字符。请输入较短的。</translation>
    </message>
    <message>
        <source>The set {name} has {n} texts of two tokens or more, but two are needed.</source>
        <translation>文本集 {name} 只有 {n} 段不少于两个词元的文本，但需要两段。</translation>
    </message>
    <message>
        <source>The settings could not be saved to {path} ({why}): what you choose lasts until the window closes. {remedy}</source>
        <translation>设置无法保存到 {path}（{why}）：所作选择在窗口关闭之前有效。{remedy}</translation>
    </message>
    <message>
        <source>The settings in {path} could not be read ({error}), so Orrery starts with its defaults.</source>
        <translation>无法读取 {path} 中的设置（{error}），所以 Orrery 以默认设置启动。</translation>
    </message>
    <message>
        <source>The spec</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>The spec cannot be used: {sentence}</source>
        <translation>规格无法使用：{sentence}</translation>
    </message>
    <message>
        <source>The speed limit must be above 0 tokens per second, but {tokens_per_second} was given.</source>
        <translation>速度上限必须大于每秒 0 个词元，但给的是 {tokens_per_second}。</translation>
    </message>
    <message>
        <source>The steering vector {title}, added at {hook}</source>
        <translation>引导向量 {title}，加在{hook}</translation>
    </message>
    <message>
        <source>The stored map {name} is not usable ({why}); it is fitted again when asked for.</source>
        <translation>保存的地图 {name} 不能使用（{why}）；需要时会重新拟合。</translation>
    </message>
    <message>
        <source>The strength of {label} is a number from {least:g} to {most:g}, but “{text}” was given.</source>
        <translation>{label} 的强度是 {least:g} 到 {most:g} 之间的数，但给的是“{text}”。</translation>
    </message>
    <message>
        <source>The subject {subject!r} is not in the prompt. Type words exactly as they stand in it.</source>
        <translation>主语 {subject!r} 不在提示词中。请按提示词中的原样输入。</translation>
    </message>
    <message>
        <source>The term {term} has no value at x = {x}. Move or remove that point, or choose other terms.</source>
        <translation>项 {term} 在 x = {x} 处没有值。请移动或删除该点，或选择别的项。</translation>
    </message>
    <message>
        <source>The terms are longer than {most} characters. Leave some out.</source>
        <translation>这些项超过 {most} 个字符。请去掉几项。</translation>
    </message>
    <message>
        <source>The text gives {n:,} positions to train on at once, but a batch is {batch:,}. Choose a smaller batch, or a longer text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds token number {token}, but this model&apos;s vocabulary is numbered 0 to {last}. Load the model that made this text.</source>
        <translation>文本含有编号为 {token} 的词元，但此模型的词表编号为 0 到 {last}。请加载生成这段文本的模型。</translation>
    </message>
    <message>
        <source>The text holds token {token}, but this model&apos;s vocabulary is numbered 0 to {last}: load the model that generated it.</source>
        <translation>文本含有词元 {token}，但此模型的词表编号为 0 到 {last}：请加载生成它的模型。</translation>
    </message>
    <message>
        <source>The text is a single token, and the first token is not counted. Choose a longer one.</source>
        <translation>文本只有一个词元，而第一个词元不计。请选较长的文本。</translation>
    </message>
    <message>
        <source>The text names {{{name}}}: {why}</source>
        <translation>正文里写了 {{{name}}}：{why}</translation>
    </message>
    <message>
        <source>The text {title} gives {n} pieces of {context:,} tokens, but {fewest} at least are needed. Name a longer text, or choose a smaller context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts in {language} are missing, so Orrery speaks English. Install Orrery again.</source>
        <translation>缺少{language}的文本，所以 Orrery 使用英文。请重新安装 Orrery。</translation>
    </message>
    <message>
        <source>The third column of {name} should hold 2 to {most} classes, but holds {n} ({first}). Give each point one of a few classes, or learn a function of x from two columns.</source>
        <translation>{name} 的第三列应有 2 到 {most} 个类别，但有 {n} 个（{first}）。请让每个点属于少数几个类别之一，或用两列数据学习 x 的函数。</translation>
    </message>
    <message>
        <source>The tokenizer gave token {most}, but the model&apos;s vocabulary is numbered 0 to {last}: they do not belong together.</source>
        <translation>分词器给出了词元 {most}，但模型的词表编号为 0 到 {last}：二者不匹配。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} cannot be read ({why}). Get the model again from its source.</source>
        <translation>{folder} 中的分词器无法读取（{why}）。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} names {token} as its {role}, which is none of its tokens. Get the model again from its source.</source>
        <translation>{folder} 中的分词器把 {token} 作为 {role}，但它不是其中的词元。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>The vector {title} has {n:,} numbers, but {what} has {width:,} in this model: make it again with this model.</source>
        <translation>向量 {title} 有 {n:,} 个数，但此模型的{what}有 {width:,} 个：请用此模型重新制作。</translation>
    </message>
    <message>
        <source>The vector {title} has {n:,} numbers, but {what} has {width:,} in {name}: make it again with this model.</source>
        <translation>向量 {title} 有 {n:,} 个数，但 {name} 的{what}有 {width:,} 个：请用此模型重新制作。</translation>
    </message>
    <message>
        <source>The vectors of these points hold NaN or infinity, so there is nothing to map.</source>
        <translation>这些点的向量含有 NaN 或无穷大，因此无法绘制地图。</translation>
    </message>
    <message>
        <source>The vectors to be mapped are no longer shared. Open the space again.</source>
        <translation>要映射的向量已不再共享。请重新打开这个空间。</translation>
    </message>
    <message>
        <source>The view {name!r} needs the model of the run, and the file does not name it.</source>
        <translation>视图 {name!r} 需要运行记录的模型，但文件没有写明。</translation>
    </message>
    <message>
        <source>The view {name!r} needs the model that made the run, {model}, which could not be loaded: {why} (`models` lists and downloads models; --model names one.)</source>
        <translation>视图 {name!r} 需要生成运行记录的模型 {model}，但它无法加载：{why}（`models` 列出并下载模型；--model 指定一个。）</translation>
    </message>
    <message>
        <source>The view {view!r} cannot be drawn here: {error}</source>
        <translation>视图 {view!r} 在这里无法绘制：{error}</translation>
    </message>
    <message>
        <source>The view {view!r} cannot be read at {wide:g} mm x {high:g} mm with text of at least {least:g} pt: {said}. {ask}, or for smaller text (--text-size), which is then kept to.</source>
        <translation>视图 {view!r} 在 {wide:g} mm x {high:g} mm、文字不小于 {least:g} pt 时无法看清：{said}。{ask}，或指定更小的文字（--text-size），那就照办。</translation>
    </message>
    <message>
        <source>The view {view!r} has no camera; leave the camera out.</source>
        <translation>视图 {view!r} 没有相机；请不要指定相机。</translation>
    </message>
    <message>
        <source>The view {view!r} has no option {name!r}; it has {options}.</source>
        <translation>视图 {view!r} 没有选项 {name!r}；它有 {options}。</translation>
    </message>
    <message>
        <source>The view {view!r} is drawn with OpenGL, which draws at most {largest_gl} pixels a side, but {width}x{height} was asked for. Ask for fewer pixels or dots per inch.</source>
        <translation>视图 {view!r} 用 OpenGL 绘制，每边最多 {largest_gl} 像素，但要求的是 {width}x{height}。请减少像素或每英寸点数。</translation>
    </message>
    <message>
        <source>The view {views!r} has no camera: a {kind} needs the map.</source>
        <translation>视图 {views!r} 没有相机：{kind} 需要地图。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: tensors have other shapes. Get the model again from its source.</source>
        <translation>{folder} 中的权重与其 config.json 不符：张量的形状不同。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: that says {blocks:,} layers, and there are {n_tensors:,} tensors. Get the model again from its source.</source>
        <translation>{folder} 中的权重与其 config.json 不符：其中写明 {blocks:,} 层，而张量有 {n_tensors:,} 个。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: {n} tensors are missing or of another shape ({wrong}). Get the model again from its source.</source>
        <translation>{folder} 中的权重与其 config.json 不符：{n} 个张量缺失或形状不同（{wrong}）。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json: {n} tensors of layers have no place in it ({over}). Get the model again from its source, or choose it in another format.</source>
        <translation>{folder} 中的权重与其 config.json 不符：{n} 个层张量在其中没有位置（{over}）。请从来源重新获取模型，或选择其他格式。</translation>
    </message>
    <message>
        <source>The weights in {folder} hold no tensor {tensor}; name the token embeddings with --tensor.</source>
        <translation>{folder} 中的权重没有张量 {tensor}；请用 --tensor 指定词元嵌入。</translation>
    </message>
    <message>
        <source>The window must be 0 layers (automatic) or more, not {window}.</source>
        <translation>窗宽必须是 0 层（自动）或更多，不能是 {window}。</translation>
    </message>
    <message>
        <source>The {name} must be {wanted}, but {value} was given.</source>
        <translation>{name}必须是{wanted}，但给的是 {value}。</translation>
    </message>
    <message>
        <source>There are densities 0 to {last}, but {index} was asked for.</source>
        <translation>密度编号为 0 至 {last}，但要求的是 {index}。</translation>
    </message>
    <message>
        <source>There are no examples to learn from. Add at least one point.</source>
        <translation>没有可供学习的样本。请至少添加一个点。</translation>
    </message>
    <message>
        <source>There are no points here. Write one a line, x before y, such as “1, 2”.</source>
        <translation>这里没有点。请每行写一个，x 在 y 之前，例如“1, 2”。</translation>
    </message>
    <message>
        <source>There are no states of row {row}: this model has the input (0), those after layers 0 to {last} (1 to {layers}), and those after the final norm ({normed}). Choose one of them.</source>
        <translation>没有第 {row} 行的状态：此模型有输入（0）、第 0 到 {last} 层之后的状态（1 到 {layers}），以及末层归一化之后的状态（{normed}）。请选其中之一。</translation>
    </message>
    <message>
        <source>There are no tokens to run: give the model at least one.</source>
        <translation>没有可运行的词元：请至少给模型一个。</translation>
    </message>
    <message>
        <source>There are tables of 1 to {most} letters, not of {n}.</source>
        <translation>只有 1 到 {most} 个字母的表，没有 {n} 个的。</translation>
    </message>
    <message>
        <source>There are tables of 1 to {most} words, not of {n}.</source>
        <translation>只有 1 到 {most} 个单词的表，没有 {n} 个的。</translation>
    </message>
    <message>
        <source>There are {n} points; up to {most} can be fitted here. Leave some of them out.</source>
        <translation>共有 {n} 个点；这里最多可以拟合 {most} 个。请去掉一些。</translation>
    </message>
    <message>
        <source>There are {n} terms; up to {most} can be fitted.</source>
        <translation>共有 {n} 项；最多可以拟合 {most} 项。</translation>
    </message>
    <message>
        <source>There are {size} coefficients and only {n} points: infinitely many curves go through all of them. Add points, or choose fewer terms.</source>
        <translation>有 {size} 个系数，却只有 {n} 个点：经过所有这些点的曲线有无穷多条。请添加点，或减少项数。</translation>
    </message>
    <message>
        <source>There is an answer, but no question: begin a paragraph with “Question:”.</source>
        <translation>有答案而没有问题：请用 “Question:” 开始一段。</translation>
    </message>
    <message>
        <source>There is no bracket model {name!r}. Choose {names}, or the folder of a bracket model.</source>
        <translation>没有括号模型 {name!r}。请选 {names}，或括号模型的文件夹。</translation>
    </message>
    <message>
        <source>There is no bracket to look at. Type some of {alphabet}, for example (()).</source>
        <translation>没有可看的括号。请输入一些 {alphabet}，例如 (())。</translation>
    </message>
    <message>
        <source>There is no checkpoint {name!r}. Choose {two_blocks}@0 to {two_blocks}@{last}.</source>
        <translation>没有检查点 {name!r}。请选 {two_blocks}@0 到 {two_blocks}@{last}。</translation>
    </message>
    <message>
        <source>There is no dictionary {name}. Choose another one, or train it again.</source>
        <translation>没有字典 {name}。请选择另一个，或重新训练。</translation>
    </message>
    <message>
        <source>There is no feature F{feature}: this dictionary has F0 to F{last}.</source>
        <translation>没有特征 F{feature}：该字典有 F0 至 F{last}。</translation>
    </message>
    <message>
        <source>There is no feature {index}: the dictionary {title} has 0 to {last}.</source>
        <translation>没有特征 {index}：字典 {title} 的特征编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no figure in it: begin one with [[figure]].</source>
        <translation>其中没有图：请用 [[figure]] 开始一张。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>没有文件或文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no film in it: begin one with [[film]].</source>
        <translation>其中没有影片：请用 [[film]] 开始一部。</translation>
    </message>
    <message>
        <source>There is no folder {folder}, so the figure could not be written there. Name another folder.</source>
        <translation>没有文件夹 {folder}，所以图无法写在那里。请指定另一个文件夹。</translation>
    </message>
    <message>
        <source>There is no font {family!r} on this computer.</source>
        <translation>本机没有字体 {family!r}。</translation>
    </message>
    <message>
        <source>There is no head L{layer}.H{head}: this model has {layers} layers of {heads} heads.</source>
        <translation>没有注意力头 L{layer}.H{head}：此模型有 {layers} 层，每层 {heads} 个头。</translation>
    </message>
    <message>
        <source>There is no head {index}: each layer of this model has 0 to {last}.</source>
        <translation>没有注意力头 {index}：此模型每层的头编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no head {index}: each layer of {name} has 0 to {last}.</source>
        <translation>没有注意力头 {index}：{name} 每层的头编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no head {most}: each layer of this model has 0 to {last}.</source>
        <translation>没有注意力头 {most}：此模型每层的头编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no layer {layer}: this bracket model has 0 to {layers}. Choose one.</source>
        <translation>没有第 {layer} 层：此括号模型的层编号为 0 到 {layers}。请选一层。</translation>
    </message>
    <message>
        <source>There is no layer {layer}: this model has layers 0 to {last}.</source>
        <translation>没有第 {layer} 层：此模型的层编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no layer {layer}: {name} has layers 0 to {last}.</source>
        <translation>没有第 {layer} 层：{name} 的层编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no map of hidden states for this model: Orrery cannot read its hidden states. Choose the token embeddings.</source>
        <translation>此模型没有隐藏状态地图：Orrery 读不到它的隐藏状态。请选择词元嵌入。</translation>
    </message>
    <message>
        <source>There is no neuron {index}: each layer of this model has 0 to {last}.</source>
        <translation>没有神经元 {index}：此模型每层的神经元编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no neuron {index}: each layer of {name} has 0 to {last}.</source>
        <translation>没有神经元 {index}：{name} 每层的神经元编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no palette {name!r}; there are {names}.</source>
        <translation>没有调色板 {name!r}；有 {names}。</translation>
    </message>
    <message>
        <source>There is no point {index}: this map has points 0 to {last}.</source>
        <translation>没有点 {index}：此地图的点编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no position {at} in a text of {length} tokens.</source>
        <translation>在 {length} 个词元的文本中没有位置 {at}。</translation>
    </message>
    <message>
        <source>There is no sentence. Type one that either name could complete.</source>
        <translation>没有句子。请输入一个可以由任一名字补全的句子。</translation>
    </message>
    <message>
        <source>There is no state {layer}: this model has 0 (the input) to {top} (after L{last}, the last).</source>
        <translation>没有状态 {layer}：此模型有 0（输入）到 {top}（L{last} 之后，即最后一个）。</translation>
    </message>
    <message>
        <source>There is no state {layer}: this model has 0 to {top}.</source>
        <translation>没有状态 {layer}：此模型有 0 到 {top}。</translation>
    </message>
    <message>
        <source>There is no step in it: begin one with “## Heading”.</source>
        <translation>里面没有步骤：请用 “## 标题” 开始一步。</translation>
    </message>
    <message>
        <source>There is no string to compare on. Type one, or draw some.</source>
        <translation>没有可比较的字符串。请输入一个，或抽取一些。</translation>
    </message>
    <message>
        <source>There is no such head: this model has layers 0 to {last} of {n_heads} heads.</source>
        <translation>没有这个注意力头：此模型有第 0 到 {last} 层，每层 {n_heads} 个头。</translation>
    </message>
    <message>
        <source>There is no such part of this matrix, or it is too large to be shown.</source>
        <translation>此矩阵没有这个部分，或者它太大而无法显示。</translation>
    </message>
    <message>
        <source>There is no template. Type one with {{first}} and {{second}} in it.</source>
        <translation>没有模板。请输入一个含有 {{first}} 和 {{second}} 的模板。</translation>
    </message>
    <message>
        <source>There is no text file or folder {path}. Choose another one.</source>
        <translation>没有文本文件或文件夹 {path}。请另选一个。</translation>
    </message>
    <message>
        <source>There is no text to compare on. Type a prompt and run it first.</source>
        <translation>没有可比较的文本。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text to continue. Type a prompt and run it first.</source>
        <translation>没有可续写的文本。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text to continue: type a prompt and run it first.</source>
        <translation>没有可续写的文本：请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text to take means over, so no head can be replaced by its mean. Type a prompt and run it first.</source>
        <translation>没有可求均值的文本，所以不能用均值代替注意力头。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text to take means over. Put one of the names into the sentence.</source>
        <translation>没有可求均值的文本。请把其中一个名字写进句子。</translation>
    </message>
    <message>
        <source>There is no text whose inner workings could be computed: type a prompt and run it first.</source>
        <translation>没有可以计算内部过程的文本：请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text whose layers could be read. Type a prompt and run it first.</source>
        <translation>没有可以读取各层的文本。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text whose motion could be measured. Type a prompt and run it first.</source>
        <translation>没有可以测量运动的文本。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text whose path through the layers could be shown. Type a prompt and run it.</source>
        <translation>没有可以显示跨层轨迹的文本。请输入提示词并运行。</translation>
    </message>
    <message>
        <source>There is no text yet, so there is no attention to show. Type a prompt and run it first.</source>
        <translation>还没有文本，所以没有注意力可显示。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no text yet. Type a prompt and run it first.</source>
        <translation>还没有文本。请输入提示词并先运行。</translation>
    </message>
    <message>
        <source>There is no theme {theme!r}; there are {theme_names}.</source>
        <translation>没有主题 {theme!r}；有 {theme_names}。</translation>
    </message>
    <message>
        <source>There is no view {name!r}; there are {views}.</source>
        <translation>没有视图 {name!r}；有 {views}。</translation>
    </message>
    <message>
        <source>There is nothing to save yet: run a prompt first.</source>
        <translation>还没有可保存的内容：请先运行一个提示词。</translation>
    </message>
    <message>
        <source>There is one kind of bracket or there are two, not {kinds}. Choose 1 or 2.</source>
        <translation>括号有一种或两种，不能是 {kinds} 种。请选 1 或 2。</translation>
    </message>
    <message>
        <source>There may be up to {layers} hidden layers of 1 to {units} neurons, but {text} was met.</source>
        <translation>最多 {layers} 个隐藏层，每层 1 到 {units} 个神经元，但遇到了 {text}。</translation>
    </message>
    <message>
        <source>There must be 2 to {most} colours and shapes, but there are {k} and {s}.</source>
        <translation>颜色和形状必须各有 2 至 {most} 个，现为 {k} 和 {s}。</translation>
    </message>
    <message>
        <source>There must be {fewest} to {most} words for {kind}, parted by commas, but there are {n}.</source>
        <translation>{kind} 必须有 {fewest} 至 {most} 个词，用逗号分开，现有 {n} 个。</translation>
    </message>
    <message>
        <source>These are {count:,} values, too many for a table ({most:,} at most). Save them as .npz.</source>
        <translation>这里有 {count:,} 个值，表格放不下（最多 {most:,} 个）。请存为 .npz。</translation>
    </message>
    <message>
        <source>These are {n:,} points, but {most:,} at most can be used. Leave some out.</source>
        <translation>共有 {n:,} 个点，但最多可用 {most:,} 个。请去掉一些。</translation>
    </message>
    <message>
        <source>These measures need at least {fewest} points, but this map has {n}.</source>
        <translation>这些度量至少需要 {fewest} 个点，但此地图有 {n} 个。</translation>
    </message>
    <message>
        <source>These points determine none of the formulas. Add points, or choose fewer terms in one formula.</source>
        <translation>这些点确定不了任何一个公式。请添加点，或减少一个公式中的项数。</translation>
    </message>
    <message>
        <source>These points do not tell the {size} coefficients apart: curves with very different ones fit as well. Choose a lower degree or fewer terms, or spread the points.</source>
        <translation>这些点分不清 {size} 个系数：系数截然不同的曲线拟合得一样好。请降低次数、减少项数，或把点分散开。</translation>
    </message>
    <message>
        <source>These points have no words: select some of them for either end of an axis.</source>
        <translation>这些点没有对应的词：请为轴的两端各选择其中一些点。</translation>
    </message>
    <message>
        <source>These three starts end on a line, through which there is more than one plane.</source>
        <translation>这三个起点的终点在一条直线上，经过它的平面不止一个。</translation>
    </message>
    <message>
        <source>These weights are of another net. Train it again, then save it.</source>
        <translation>这些权重属于另一个网络。请重新训练，然后保存。</translation>
    </message>
    <message>
        <source>This Orrery does not know how to do an intervention of the kind {kind}.</source>
        <translation>这个 Orrery 不会执行 {kind} 类的干预。</translation>
    </message>
    <message>
        <source>This Orrery does not know interventions of the kind {name!r}: use the Orrery that saved them, or update this one.</source>
        <translation>此 Orrery 不认识 {name!r} 这种干预：请使用保存它的那个 Orrery，或更新此版本。</translation>
    </message>
    <message>
        <source>This block is not ended: put a line ``` below it.</source>
        <translation>这个代码块没有结束：请在它下面加一行 ```。</translation>
    </message>
    <message>
        <source>This file is not a list of interventions saved by Orrery: it cannot be read as JSON ({error}).</source>
        <translation>此文件不是 Orrery 保存的干预列表：不能作为 JSON 读取（{error}）。</translation>
    </message>
    <message>
        <source>This file is not a list of interventions saved by Orrery: the entry &quot;orrery&quot;: &quot;interventions&quot; is missing. Choose a .json file that was saved here.</source>
        <translation>此文件不是 Orrery 保存的干预列表：缺少条目 &quot;orrery&quot;: &quot;interventions&quot;。请选择在这里保存的 .json 文件。</translation>
    </message>
    <message>
        <source>This is not TOML: {why}. Correct that line.</source>
        <translation>这不是 TOML：{why}。请改正那一行。</translation>
    </message>
    <message>
        <source>This layout is computed by the package {package}, which cannot be loaded here ({error}). Install it with “pip install {package}” in Orrery&apos;s environment, then fit again.</source>
        <translation>此布局由软件包 {package} 计算，但在这里无法加载它（{error}）。请在 Orrery 的环境中用“pip install {package}”安装，然后重新拟合。</translation>
    </message>
    <message>
        <source>This lesson has the format {format}, but this Orrery reads {ours}.</source>
        <translation>这一课的格式是 {format}，而这个 Orrery 读取 {ours}。</translation>
    </message>
    <message>
        <source>This list of interventions has the format {get}, but this Orrery reads format {format}. Get a newer version of Orrery.</source>
        <translation>此干预列表的格式为 {get}，但这个 Orrery 读取格式 {format}。请获取更新版本的 Orrery。</translation>
    </message>
    <message>
        <source>This list of interventions is damaged in row {number}: it names no component, or positions that are none.</source>
        <translation>此干预列表在第 {number} 行损坏：没有写明组件，或位置无效。</translation>
    </message>
    <message>
        <source>This list of interventions is damaged in row {number}: {error}</source>
        <translation>此干预列表在第 {number} 行损坏：{error}</translation>
    </message>
    <message>
        <source>This list of interventions is damaged: its rows are not a list. Choose another file.</source>
        <translation>此干预列表已损坏：其中的行不是列表。请另选文件。</translation>
    </message>
    <message>
        <source>This list of interventions is damaged: {site} is in it twice (row {number}).</source>
        <translation>此干预列表已损坏：{site} 出现了两次（第 {number} 行）。</translation>
    </message>
    <message>
        <source>This machine has no {kind} device that PyTorch can use: choose {available}.</source>
        <translation>这台机器没有 PyTorch 能用的 {kind} 设备：请选 {available}。</translation>
    </message>
    <message>
        <source>This map cannot be made: some of the model&apos;s vectors are so large that their length overflows. Load the model in float32 and open the map again.</source>
        <translation>无法制作这张地图：模型的某些向量过大，长度溢出。请用 float32 加载模型，再打开地图。</translation>
    </message>
    <message>
        <source>This map cannot be made: some of the model&apos;s vectors hold NaN or infinity, so its weights are damaged. Get the model again from its source.</source>
        <translation>无法制作这张地图：模型的某些向量含有 NaN 或无穷大，所以权重已损坏。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>This map has points 0 to {last}. Select some of them.</source>
        <translation>此地图的点编号为 0 到 {last}。请选择其中一些。</translation>
    </message>
    <message>
        <source>This map holds vectors of {width} values, but met shape {shape}.</source>
        <translation>此地图的向量有 {width} 个值，但遇到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>This map was made from the texts “{texts}”; where they are is not kept with a run. Choose them again as the map&apos;s text.</source>
        <translation>此地图由文本“{texts}”制成；它们的位置不随运行记录保存。请重新选它们作为地图的文本。</translation>
    </message>
    <message>
        <source>This model cannot be shown: Orrery needs a decoder made of layers that pass on one hidden state per token. Choose a decoder-only language model.</source>
        <translation>此模型无法显示：Orrery 需要由逐层传递、每个词元一个隐藏状态的解码器。请选择仅含解码器的语言模型。</translation>
    </message>
    <message>
        <source>This model gives no states to show: choose another model.</source>
        <translation>此模型没有给出可显示的状态：请另选模型。</translation>
    </message>
    <message>
        <source>This model gives no states, so nothing can be measured: choose another model.</source>
        <translation>此模型没有给出状态，所以无法测量：请另选模型。</translation>
    </message>
    <message>
        <source>This model has no chat template: switch chat off to continue the text as it stands.</source>
        <translation>此模型没有对话模板：请关闭对话，按原样续写文本。</translation>
    </message>
    <message>
        <source>This model has no matrix called {name}. Choose one from the list.</source>
        <translation>此模型没有名为 {name} 的矩阵。请从列表中选择。</translation>
    </message>
    <message>
        <source>This model has no position embedding: it tells positions apart in another way.</source>
        <translation>此模型没有位置嵌入：它用其他方式区分位置。</translation>
    </message>
    <message>
        <source>This model has no states to read. Choose another model.</source>
        <translation>此模型没有可读取的状态。请选择另一个模型。</translation>
    </message>
    <message>
        <source>This model has no such matrix of its own. Choose another one.</source>
        <translation>此模型没有这样的独立矩阵。请另选一个。</translation>
    </message>
    <message>
        <source>This model has no token to begin a text with. Choose a prompt style that has some words.</source>
        <translation>此模型没有可用来开头的词元。请选择含有一些词的提示方式。</translation>
    </message>
    <message>
        <source>This model has no {kind} matrix to map.</source>
        <translation>此模型没有可映射的 {kind} 矩阵。</translation>
    </message>
    <message>
        <source>This model has no {matrix} matrix with a row for each token. Choose the other one.</source>
        <translation>此模型没有每个词元一行的 {matrix} 矩阵。请选另一个。</translation>
    </message>
    <message>
        <source>This model never says {typed!r}: it forbids that token, whose probability is exactly 0. Name another.</source>
        <translation>此模型从不说 {typed!r}：它禁止这个词元，其概率恰为 0。请另写一个。</translation>
    </message>
    <message>
        <source>This model reads {n} tokens at once: too few for a stretch of text that can be measured. Choose a model that reads more.</source>
        <translation>该模型一次只读 {n} 个词元：太少，不足以测量一段文本。请选择能读更多词元的模型。</translation>
    </message>
    <message>
        <source>This model returned no hidden states, so no head can be switched off. Choose another model.</source>
        <translation>此模型没有返回隐藏状态，所以不能关闭注意力头。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no hidden states, so nothing can be compared. Choose another model.</source>
        <translation>此模型没有返回隐藏状态，所以无法比较。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no logits, so it cannot continue the text. Choose another model.</source>
        <translation>此模型没有返回 logit，所以不能续写文本。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no logits, so its predictions cannot be shown. Choose another model.</source>
        <translation>此模型没有返回 logit，所以无法显示它的预测。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no logits, so nothing can be compared. Choose another model.</source>
        <translation>此模型没有返回 logit，所以无法比较。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no logits, so the copy has no probability. Choose another model.</source>
        <translation>此模型没有返回 logit，所以重复没有概率可言。请另选模型。</translation>
    </message>
    <message>
        <source>This model returned no logits, so there is no logit difference. Choose another model.</source>
        <translation>此模型没有返回 logit，所以没有 logit 差。请另选模型。</translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and this path has {n:,}: show a shorter one.</source>
        <translation>此模型最多接受 {context:,} 个词元，而这条路径有 {n:,} 个：请显示较短的。</translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and {length:,} would be needed: branch earlier.</source>
        <translation>此模型最多接受 {context:,} 个词元，而这需要 {length:,} 个：请在较早处分支。</translation>
    </message>
    <message>
        <source>This model takes at most {context:,} tokens, and {n:,} would be needed: draw shorter samples.</source>
        <translation>此模型最多接受 {context:,} 个词元，而这需要 {n:,} 个：请抽取较短的样本。</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used ({why}). {instead}</source>
        <translation>此模型的对话模板无法使用（{why}）。{instead}</translation>
    </message>
    <message>
        <source>This model&apos;s chat template did not come to an end within {seconds:.0f} seconds.</source>
        <translation>此模型的对话模板在 {seconds:.0f} 秒内没有结束。</translation>
    </message>
    <message>
        <source>This model&apos;s chat template takes more memory than it may.</source>
        <translation>此模型的对话模板占用的内存超出允许范围。</translation>
    </message>
    <message>
        <source>This model&apos;s chat template writes more than {characters:,} characters.</source>
        <translation>此模型的对话模板写出的字符多于 {characters:,} 个。</translation>
    </message>
    <message>
        <source>This model&apos;s token embedding has no rows of its own to read: choose another model.</source>
        <translation>此模型的词元嵌入没有可单独读取的行：请另选模型。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer cannot read that text ({error}): its files are damaged. Get the model again from its source.</source>
        <translation>此模型的分词器无法读取这段文本（{error}）：它的文件已损坏。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer changes the text that it reads, so its bits per character cannot stand beside those of the tables. Choose another model.</source>
        <translation>这个模型的分词器会改动它读到的文本，因此它的每字符比特数不能与表的并列比较。请选择另一个模型。</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer makes no token of that text: type something else.</source>
        <translation>此模型的分词器不能把这段文本变成词元：请输入别的。</translation>
    </message>
    <message>
        <source>This model&apos;s vocabulary can spell none of these analogies. Type other words.</source>
        <translation>此模型的词表拼不出这些类比中的任何一个。请输入别的词。</translation>
    </message>
    <message>
        <source>This model&apos;s vocabulary cannot spell {text}. Type another word.</source>
        <translation>此模型的词表拼不出 {text}。请输入另一个词。</translation>
    </message>
    <message>
        <source>This net has hidden layers 0 to {last}, but {layer} was asked for.</source>
        <translation>这个网络的隐藏层编号为 0 到 {last}，但要求的是 {layer}。</translation>
    </message>
    <message>
        <source>This net has no weight {place} that could be {value}.</source>
        <translation>此网络没有可设为 {value} 的权重 {place}。</translation>
    </message>
    <message>
        <source>This net is saved in {path}.</source>
        <translation>此网络已保存在 {path}。</translation>
    </message>
    <message>
        <source>This paragraph says nothing.</source>
        <translation>这一段什么也没有说。</translation>
    </message>
    <message>
        <source>This run has no token number {node}: they are numbered 0 to {last}.</source>
        <translation>此运行记录没有编号为 {node} 的词元：编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>This run was made with an intervention of the kind {name!r:.100}, which this Orrery does not know: open it with the Orrery that saved it, or update this one.</source>
        <translation>此运行记录使用了 {name!r:.100} 类的干预，这个 Orrery 不认识它：请用保存它的 Orrery 打开，或更新这一个。</translation>
    </message>
    <message>
        <source>This spec has the format {format}, but this Orrery reads {known}.</source>
        <translation>此规格的格式为 {format}，但这个 Orrery 读取 {known}。</translation>
    </message>
    <message>
        <source>This step has no text.</source>
        <translation>这一步没有正文。</translation>
    </message>
    <message>
        <source>This text has no letters from a to z: nothing can be counted in this alphabet. Choose “as written”.</source>
        <translation>这段文本没有 a 到 z 的字母：在这个字母表下无法统计。请选择“原文字符”。</translation>
    </message>
    <message>
        <source>This training is of another net. Start it again.</source>
        <translation>此训练属于另一个网络。请重新开始。</translation>
    </message>
    <message>
        <source>Token id {text} does not exist: this model&apos;s ids are 0 to {last}.</source>
        <translation>词元编号 {text} 不存在：此模型的编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>Token number {asked} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation>编号为 {asked} 的词元不存在：此模型的词表编号为 0 到 {last}。请输入该范围内的数，或直接输入词。</translation>
    </message>
    <message>
        <source>Token number {number} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation>编号为 {number} 的词元不存在：此模型的词表编号为 0 到 {last}。请输入该范围内的数，或直接输入词。</translation>
    </message>
    <message>
        <source>Token number {token_id} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Choose a number in that range.</source>
        <translation>编号为 {token_id} 的词元不存在：此模型的词表编号为 0 到 {last}。请选该范围内的数。</translation>
    </message>
    <message>
        <source>Token number {token} does not exist: this model&apos;s vocabulary is numbered 0 to {last}. Type a number in that range, or the word itself.</source>
        <translation>编号为 {token} 的词元不存在：此模型的词表编号为 0 到 {last}。请输入该范围内的数，或直接输入词。</translation>
    </message>
    <message>
        <source>Too little of this text is held out to measure a model on it: {n} characters. Take a text of some pages.</source>
        <translation>这段文本留出的部分太少（{n} 个字符），无法测量模型。请换一段有几页长的文本。</translation>
    </message>
    <message>
        <source>Training nets from several starts</source>
        <translation>正在从多个起点训练网络</translation>
    </message>
    <message>
        <source>Training nets of several widths</source>
        <translation>正在训练几种宽度的网络</translation>
    </message>
    <message>
        <source>Training stopped at step {step:,}: at a learning rate of {rate:g} the numbers overflow (NaN). The net is kept as it was before; choose a lower rate.</source>
        <translation>训练在第 {step:,} 步停止：学习率为 {rate:g} 时数值溢出（NaN）。网络保持在此之前的状态；请选小一些的学习率。</translation>
    </message>
    <message>
        <source>Training the bracket model</source>
        <translation>正在训练括号模型</translation>
    </message>
    <message>
        <source>Training the net that reads digits</source>
        <translation>正在训练认数字的网络</translation>
    </message>
    <message>
        <source>Training the toy model</source>
        <translation>正在训练玩具模型</translation>
    </message>
    <message>
        <source>Try another number of neighbours or another minimum distance.</source>
        <translation>请试试别的近邻数或别的最小距离。</translation>
    </message>
    <message>
        <source>Try another number of neighbours.</source>
        <translation>请试试别的近邻数。</translation>
    </message>
    <message>
        <source>Try another perplexity.</source>
        <translation>请试试别的困惑度。</translation>
    </message>
    <message>
        <source>Trying every scale</source>
        <translation>正在尝试每个缩放值</translation>
    </message>
    <message>
        <source>Trying formulas</source>
        <translation>正在尝试各个公式</translation>
    </message>
    <message>
        <source>Two branches are compared position by position, but these tokens are at different ones.</source>
        <translation>两个分支是逐个位置比较的，但这两个词元在不同的位置。</translation>
    </message>
    <message>
        <source>Two figures are written to {out!r}.</source>
        <translation>有两张图写到 {out!r}。</translation>
    </message>
    <message>
        <source>Two films are written to {out!r}.</source>
        <translation>有两部影片写到 {out!r}。</translation>
    </message>
    <message>
        <source>Two or more points are needed, so that some can be held out.</source>
        <translation>需要两个或更多的点，才能留出一部分。</translation>
    </message>
    <message>
        <source>Two points at least are needed. Click into the chart to draw them, or open a CSV file.</source>
        <translation>至少需要两个点。请在图中点击画出，或打开 CSV 文件。</translation>
    </message>
    <message>
        <source>Type a sentence: each of its letters and words is looked up in the tables.</source>
        <translation>请输入一句话：它的每个字母和单词都会到表中查找。</translation>
    </message>
    <message>
        <source>Type a sentence: the model says how surprising each of its tokens is.</source>
        <translation>请输入一句话：模型会给出每个词元的惊奇度。</translation>
    </message>
    <message>
        <source>Type a shorter word.</source>
        <translation>请输入较短的词。</translation>
    </message>
    <message>
        <source>Type the token whose neurons are to be found, for example Paris.</source>
        <translation>请输入要查找其神经元的词元，例如 Paris。</translation>
    </message>
    <message>
        <source>UMAP gave points that are not finite. Try another number of neighbours or another minimum distance.</source>
        <translation>UMAP 给出的点不是有限值。请试试别的近邻数或别的最小距离。</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>正在解压 {name}</translation>
    </message>
    <message>
        <source>Up to {terms} of {columns} terms can be tried together.</source>
        <translation>最多可以从 {columns} 项中取 {terms} 项一起尝试。</translation>
    </message>
    <message>
        <source>Use the model&apos;s safetensors files instead.</source>
        <translation>请改用该模型的 safetensors 文件。</translation>
    </message>
    <message>
        <source>Wait, or restart it; the run so far is kept.</source>
        <translation>请等待，或重新启动它；目前的运行记录已保留。</translation>
    </message>
    <message>
        <source>Waiting for another program that fetches {name}</source>
        <translation>正在等待另一个下载 {name} 的程序</translation>
    </message>
    <message>
        <source>What begins with “{mark}” is not ended in its paragraph.</source>
        <translation>以 “{mark}” 开始的部分在本段里没有结束。</translation>
    </message>
    <message>
        <source>What is known of these points is of another number of points than {n}.</source>
        <translation>关于这些点的信息所对应的点数不是 {n}。</translation>
    </message>
    <message>
        <source>What the fit takes is not known: {fault}.</source>
        <translation>无法得知拟合需要多少资源：{fault}。</translation>
    </message>
    <message>
        <source>What was downloaded so far was removed.</source>
        <translation>已下载的部分已删除。</translation>
    </message>
    <message>
        <source>What was expanded so far was removed.</source>
        <translation>已展开的部分已删除。</translation>
    </message>
    <message>
        <source>What was kept of this training is damaged. Rewind it and start again.</source>
        <translation>此训练保存的内容已损坏。请倒回起点后重新开始。</translation>
    </message>
    <message>
        <source>What would fit: {models}.</source>
        <translation>放得下的模型：{models}。</translation>
    </message>
    <message>
        <source>Which number of the view is it? Its data export names each: give its “name”.</source>
        <translation>是视图的哪一个数？导出的数据里有每个数的名称：请写出它的 “name”。</translation>
    </message>
    <message>
        <source>Writing notes on the models</source>
        <translation>写入模型的记录</translation>
    </message>
    <message>
        <source>Writing on from each text</source>
        <translation>正在续写每段文本</translation>
    </message>
    <message>
        <source>Writing the weights of {name} (once)</source>
        <translation>正在写入 {name} 的权重（仅此一次）</translation>
    </message>
    <message>
        <source>You cannot write to the folder {folder}. Change that, or choose another one.</source>
        <translation>无法写入文件夹 {folder}。请更改权限，或选择另一个。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a number is 0 that others are divided by</source>
        <translation>除数为 0</translation>
    </message>
    <message>
        <source>a piece has another length than it says</source>
        <translation>有一段的长度与它声明的不符</translation>
    </message>
    <message>
        <source>a plot has no room</source>
        <translation>图表没有空间</translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation>引号中的文本</translation>
    </message>
    <message>
        <source>a value is not a vector of texts</source>
        <translation>有一个值不是文本向量</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>a whole number from 0 to 2^64 - 1</source>
        <translation>0 到 2^64 - 1 之间的整数</translation>
    </message>
    <message>
        <source>above 0 and at most 1</source>
        <translation>大于 0 且不超过 1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>激活过</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>an entry is called {name}, {hub}</source>
        <translation>有一个条目叫做 {name}、{hub}</translation>
    </message>
    <message>
        <source>an object was expected, {found} was met</source>
        <translation>应为对象，但遇到的是 {found}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>arrangement of the views</source>
        <translation>视图的排列</translation>
    </message>
    <message>
        <source>b − a + c is zero for these words, so it has no place. Type other words.</source>
        <translation>对这些词，b − a + c 为零，所以它没有位置。请输入别的词。</translation>
    </message>
    <message>
        <source>b − a + c is zero for these words, so nothing is nearest to it. Type other words.</source>
        <translation>对这些词，b − a + c 为零，所以没有离它最近的。请输入别的词。</translation>
    </message>
    <message>
        <source>batch must be {groups} or more, but is {batch}. Choose a larger one.</source>
        <translation>批大小必须不小于 {groups}，但给的是 {batch}。请选更大的。</translation>
    </message>
    <message>
        <source>between 0 and 1</source>
        <translation>在 0 与 1 之间</translation>
    </message>
    <message>
        <source>between 0.001 and 1000 (1 changes nothing)</source>
        <translation>在 0.001 与 1000 之间（1 表示不变）</translation>
    </message>
    <message>
        <source>bytes of text</source>
        <translation>字节的文本</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>clamp</source>
        <translation>钳制</translation>
    </message>
    <message>
        <source>columns of its table have no room</source>
        <translation>表格的列没有空间</translation>
    </message>
    <message>
        <source>cosine with the nearest direction</source>
        <translation>与最近方向的余弦</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死（隐单元）</translation>
    </message>
    <message>
        <source>density (log10 of the share of positions)</source>
        <translation>激活密度（位置占比的 log10）</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>entropy of the answer (bits)</source>
        <translation>回答的熵（比特）</translation>
    </message>
    <message>
        <source>exit status {code}</source>
        <translation>退出状态 {code}</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>for a reason that was not told</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>form of figures</source>
        <translation>图的形式</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>from 0 to {last}</source>
        <translation>0 到 {last}</translation>
    </message>
    <message>
        <source>has shape {shape}</source>
        <translation>形状是 {shape}</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>in the cache</source>
        <translation>在缓存中</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>it announces {count:,} {what}, for which it is too short</source>
        <translation>它声明有 {count:,} 个{what}，而文件太短，放不下</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>没有给出原因</translation>
    </message>
    <message>
        <source>it has a field of the unknown kind {kind}</source>
        <translation>它有一个字段的种类未知：{kind}</translation>
    </message>
    <message>
        <source>it has no files in it</source>
        <translation>里面没有文件</translation>
    </message>
    <message>
        <source>it has no novels in it</source>
        <translation>里面没有小说</translation>
    </message>
    <message>
        <source>it holds {shape} points of {met}, expected {n} of {space}</source>
        <translation>它有 {shape} 个 {met} 的点，应为 {space} 的 {n} 个</translation>
    </message>
    <message>
        <source>it is laid out by {algorithm}, with {facts}</source>
        <translation>它的布局由 {algorithm} 算出，参数为 {facts}</translation>
    </message>
    <message>
        <source>it is larger than {most:g} MiB</source>
        <translation>它大于 {most:g} MiB</translation>
    </message>
    <message>
        <source>it is nested more than {most_depth} deep</source>
        <translation>它的嵌套超过 {most_depth} 层</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>它嵌套得太深</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>it is not a package</source>
        <translation>它不是软件包</translation>
    </message>
    <message>
        <source>it is not a serialised value of R</source>
        <translation>它不是 R 的序列化值</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it is not text in UTF-8 at byte {start}</source>
        <translation>在字节 {start} 处它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it names a record that is none</source>
        <translation>它写出的记录并不是记录</translation>
    </message>
    <message>
        <source>it names no model</source>
        <translation>它没有写出任何模型</translation>
    </message>
    <message>
        <source>it says nothing under {key!r}</source>
        <translation>其中没有 {key!r}</translation>
    </message>
    <message>
        <source>its alignment is {alignment}</source>
        <translation>它的对齐是 {alignment}</translation>
    </message>
    <message>
        <source>its format is {format}</source>
        <translation>它的格式是 {format}</translation>
    </message>
    <message>
        <source>its format is {format}, expected {ours}</source>
        <translation>它的格式是 {format}，应为 {ours}</translation>
    </message>
    <message>
        <source>its header goes beyond its {size:,} bytes</source>
        <translation>它的文件头超出了它的 {size:,} 字节</translation>
    </message>
    <message>
        <source>its records lie too deep in each other</source>
        <translation>它的记录嵌套得太深</translation>
    </message>
    <message>
        <source>its tokens are none of its model&apos;s</source>
        <translation>它的词元不是它的模型的</translation>
    </message>
    <message>
        <source>k is {k:,}, but there are only {width:,} latents. Choose a k of {width:,} at most, or more latents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>key of {place}</source>
        <translation>{place} 的键</translation>
    </message>
    <message>
        <source>kind of space</source>
        <translation>空间种类</translation>
    </message>
    <message>
        <source>largest activation</source>
        <translation>最大激活值</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {why}</source>
        <translation>第 {line} 行，第 {column} 列：{why}</translation>
    </message>
    <message>
        <source>looks of figures</source>
        <translation>图的样式</translation>
    </message>
    <message>
        <source>memory of a run</source>
        <translation>运行记录的内存</translation>
    </message>
    <message>
        <source>model at the start</source>
        <translation>启动时的模型</translation>
    </message>
    <message>
        <source>more memory</source>
        <translation>更多内存</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>never go online</source>
        <translation>从不联网</translation>
    </message>
    <message>
        <source>no reason is given</source>
        <translation>没有给出原因</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>没有这个名称</translation>
    </message>
    <message>
        <source>no weights in safetensors format</source>
        <translation>没有 safetensors 格式的权重</translation>
    </message>
    <message>
        <source>node {node} with parent {parent} stands where node {number} belongs</source>
        <translation>节点 {node}（父节点 {parent}）占了节点 {number} 的位置</translation>
    </message>
    <message>
        <source>node {number} does not follow its parent</source>
        <translation>节点 {number} 不在它的父节点之后</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>nothing for the bundled openings</source>
        <translation>留空以使用内置的开头</translation>
    </message>
    <message>
        <source>number of a run</source>
        <translation>运行的数</translation>
    </message>
    <message>
        <source>number of this step</source>
        <translation>这一步的数</translation>
    </message>
    <message>
        <source>number of tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>only pickled weights ({name}), which can run any program when they are opened</source>
        <translation>只有 pickle 格式的权重（{name}），打开时可以运行任何程序</translation>
    </message>
    <message>
        <source>options of the views</source>
        <translation>视图的选项</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>part that can be hidden</source>
        <translation>可以隐藏的部分</translation>
    </message>
    <message>
        <source>place of the window</source>
        <translation>窗口的位置</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>recent runs</source>
        <translation>最近的运行记录</translation>
    </message>
    <message>
        <source>repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>resid after L{layer}</source>
        <translation>L{layer} 之后的残差流</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>run at the start</source>
        <translation>启动时运行</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>share of a dimension to itself (D)</source>
        <translation>独占的维度份额（D）</translation>
    </message>
    <message>
        <source>speed limit</source>
        <translation>速度上限</translation>
    </message>
    <message>
        <source>states after L{layer}</source>
        <translation>L{layer} 之后的状态</translation>
    </message>
    <message>
        <source>states after the final norm</source>
        <translation>末层归一化之后的状态</translation>
    </message>
    <message>
        <source>states at the input</source>
        <translation>输入处的状态</translation>
    </message>
    <message>
        <source>still pictures</source>
        <translation>静止画面</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>that config.json does not name</source>
        <translation>config.json 没有写明的一种</translation>
    </message>
    <message>
        <source>the Hugging Face hub ({repo})</source>
        <translation>Hugging Face hub（{repo}）</translation>
    </message>
    <message>
        <source>the MLP output of L{layer}</source>
        <translation>L{layer} 的 MLP 输出</translation>
    </message>
    <message>
        <source>the Python package index ({package} {version})</source>
        <translation>Python 软件包索引（{package} {version}）</translation>
    </message>
    <message>
        <source>the attention output of L{layer}</source>
        <translation>L{layer} 的注意力输出</translation>
    </message>
    <message>
        <source>the batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation>自带的小说</translation>
    </message>
    <message>
        <source>the bundled sample</source>
        <translation>自带的样本</translation>
    </message>
    <message>
        <source>the hub&apos;s cache on this machine ({repo})</source>
        <translation>本机的 hub 缓存（{repo}）</translation>
    </message>
    <message>
        <source>the neurons of L{layer}</source>
        <translation>L{layer} 的神经元</translation>
    </message>
    <message>
        <source>the number of epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>the number of starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>the number of steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>the number of the start</source>
        <translation>起点编号</translation>
    </message>
    <message>
        <source>the number of the weight</source>
        <translation>权重编号</translation>
    </message>
    <message>
        <source>the number of weights</source>
        <translation>权重的个数</translation>
    </message>
    <message>
        <source>the number {digits} does not fit into 64 bits</source>
        <translation>数 {digits} 超出 64 位</translation>
    </message>
    <message>
        <source>the number {digits} is not finite</source>
        <translation>数 {digits} 不是有限的</translation>
    </message>
    <message>
        <source>the part of the training</source>
        <translation>训练的段</translation>
    </message>
    <message>
        <source>the path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>the places of the plane along one side</source>
        <translation>平面一边上的点数</translation>
    </message>
    <message>
        <source>the points</source>
        <translation>这些点</translation>
    </message>
    <message>
        <source>the reach of the plane</source>
        <translation>平面的范围</translation>
    </message>
    <message>
        <source>the tensor {name} ends beyond the file&apos;s {size:,} bytes</source>
        <translation>张量 {name} 的结尾超出了文件的 {size:,} 字节</translation>
    </message>
    <message>
        <source>the tensor {name} has {count:,} axes</source>
        <translation>张量 {name} 有 {count:,} 个轴</translation>
    </message>
    <message>
        <source>the tensor {name} is of the unknown kind {kind}</source>
        <translation>张量 {name} 的种类未知：{kind}</translation>
    </message>
    <message>
        <source>the token embeddings</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>the unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>type the words here</source>
        <translation>在此输入词</translation>
    </message>
    <message>
        <source>what is projected</source>
        <translation>投影的内容</translation>
    </message>
    <message>
        <source>what was typed</source>
        <translation>所输入的内容</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>{asked!r} is not a device: expected auto, {available}.</source>
        <translation>{asked!r} 不是设备：应为 auto、{available}。</translation>
    </message>
    <message>
        <source>{asked!r} is not a precision: expected auto, {dtypes}.</source>
        <translation>{asked!r} 不是精度：应为 auto、{dtypes}。</translation>
    </message>
    <message>
        <source>{called} takes LAYER.{kind}, from 0.0 to {layer}.{index} for this run, but {text!r} was given.</source>
        <translation>{called} 的写法是 LAYER.{kind}，对此运行记录为 0.0 到 {layer}.{index}，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>{called} takes LAYER.{kind}, such as L5.{letter}1, but {text!r} was given.</source>
        <translation>{called} 的写法是 LAYER.{kind}，例如 L5.{letter}1，但给的是 {text!r}。</translation>
    </message>
    <message>
        <source>{cut} texts of {name} were cut to the model&apos;s context of {context:,} tokens.</source>
        <translation>{name} 中有 {cut} 段文本被截到模型的上下文长度 {context:,} 个词元。</translation>
    </message>
    <message>
        <source>{error} (It is Orrery&apos;s own copy: `models clear {name}` removes it, and then it is downloaded again.)</source>
        <translation>{error}（这是 Orrery 自己的副本：`models clear {name}` 可删除它，之后会重新下载。）</translation>
    </message>
    <message>
        <source>{features} features in {dimensions} dimensions from {starts} starts are {numbers:,} weights, but at most {most:,} are trained at once. Choose fewer of one of them.</source>
        <translation>{features} 个特征、{dimensions} 维、{starts} 个起点共有 {numbers:,} 个权重，但一次最多训练 {most:,} 个。请减少其中一项。</translation>
    </message>
    <message>
        <source>{feature} control</source>
        <translation>{feature} 对照</translation>
    </message>
    <message>
        <source>{feature} was never active in the text it was measured on, so there is no maximum to count in. Choose another feature.</source>
        <translation>{feature} 在测量所用的文本中从未激活，因此没有可用作单位的最大值。请选择另一个特征。</translation>
    </message>
    <message>
        <source>{file} holds no text. Choose a file with some.</source>
        <translation>{file} 没有文本。请选择有文本的文件。</translation>
    </message>
    <message>
        <source>{first} {then}</source>
        <translation>{first}{then}</translation>
    </message>
    <message>
        <source>{folder} could not be loaded: its weights are in a form that needs a further library ({said}). Choose the model without that quantisation, or as a GGUF file.</source>
        <translation>{folder} 无法加载：其权重的形式需要另外的库（{said}）。请选择未做该量化的模型，或 GGUF 文件。</translation>
    </message>
    <message>
        <source>{folder} has its weights only as {pickled}, a pickle, which can run any program when it is opened. Orrery reads safetensors only: fetch that format, or convert the file on a machine you trust.</source>
        <translation>{folder} 的权重只有 {pickled} 这一种 pickle 文件，打开时可以运行任何程序。Orrery 只读 safetensors：请获取该格式，或在可信任的机器上转换文件。</translation>
    </message>
    <message>
        <source>{folder} holds a training already. Continue it with --resume, or name another --folder.</source>
        <translation>{folder} 中已有训练。请用 --resume 继续，或用 --folder 指定另一个文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no usable recipe ({why}). Train the model again.</source>
        <translation>{folder} 中没有可用的配方（{why}）。请重新训练模型。</translation>
    </message>
    <message>
        <source>{folder} holds no weights: {single} or {index} was expected.</source>
        <translation>{folder} 中没有权重：应有 {single} 或 {index}。</translation>
    </message>
    <message>
        <source>{folder} is not a decoder-only language model ({architectures}): Orrery shows models that continue a text token by token.</source>
        <translation>{folder} 不是仅含解码器的语言模型（{architectures}）：Orrery 显示逐词元续写文本的模型。</translation>
    </message>
    <message>
        <source>{folder} is not a model in Hugging Face format: it has no config.json.</source>
        <translation>{folder} 不是 Hugging Face 格式的模型：它没有 config.json。</translation>
    </message>
    <message>
        <source>{folder} is of the architecture {kind}, which this version of transformers does not know as a language model.</source>
        <translation>{folder} 的架构是 {kind}，这个版本的 transformers 不认识这种语言模型。</translation>
    </message>
    <message>
        <source>{folder} lacks {n} of its {all} weight files ({some}). Get it again from its source.</source>
        <translation>{folder} 缺少 {all} 个权重文件中的 {n} 个（{some}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{folder} needs program code from its own repository (auto_map), which Orrery does not run. Choose a model that transformers supports by itself.</source>
        <translation>{folder} 需要其仓库中的程序代码（auto_map），Orrery 不运行这种代码。请选择 transformers 本身支持的模型。</translation>
    </message>
    <message>
        <source>{folder}/config.json is not usable ({why}). Get the model again from its source.</source>
        <translation>{folder}/config.json 不能使用（{why}）。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>{folder}/config.json says {architectures} where the names of architectures were expected. Get the model again from its source.</source>
        <translation>{folder}/config.json 在应为架构名称处写的是 {architectures}。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>{folds} folds need as many texts in each set, but one has {fewest}.</source>
        <translation>{folds} 折要求每个文本集至少有这么多文本，但其中一个只有 {fewest}。</translation>
    </message>
    <message>
        <source>{free} are free on {device} now.</source>
        <translation>{device} 上现在有 {free} 空闲。</translation>
    </message>
    <message>
        <source>{held} of the pictures were held out: the model never saw them in training.</source>
        <translation>其中 {held} 张图片是留出的：模型在训练中从未见过它们。</translation>
    </message>
    <message>
        <source>{index} names a weight file outside of the model&apos;s folder ({name}), which is not read. Get the model again from its source, or put its weights beside the index.</source>
        <translation>{index} 指定了模型文件夹之外的权重文件（{name}），不予读取。请从来源重新获取模型，或把权重放在索引旁边。</translation>
    </message>
    <message>
        <source>{index} names no weight files. Get the model again from its source.</source>
        <translation>{index} 没有指定权重文件。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>缺少 {key}</translation>
    </message>
    <message>
        <source>{key} is {value}</source>
        <translation>{key} 是 {value}</translation>
    </message>
    <message>
        <source>{kind} does not continue texts token by token: what it says of a token depends on those that follow, or it gives no logits for some. Choose a decoder-only language model.</source>
        <translation>{kind} 不是逐词元续写文本：它对一个词元的判断取决于其后的词元，或对某些词元没有给出 logit。请选择仅含解码器的语言模型。</translation>
    </message>
    <message>
        <source>{layers} a mixture of experts: no one row of neurons serves every token.</source>
        <translation>{layers}混合专家：没有一组神经元服务于每个词元。</translation>
    </message>
    <message>
        <source>{layers} an MLP of a form that Orrery does not recognise.</source>
        <translation>{layers} Orrery 不认识的 MLP 形式。</translation>
    </message>
    <message>
        <source>{layers} heads that are combined with one another before they are projected: none can be told apart or switched off.</source>
        <translation>{layers}在投影之前相互混合的注意力头：无法分开，也无法单独关闭。</translation>
    </message>
    <message>
        <source>{layers} no attention weights that could be read: something else mixes the positions there, or their attention is of an unknown form.</source>
        <translation>{layers}无法读取的注意力权重：那里由别的东西混合各位置，或注意力的形式未知。</translation>
    </message>
    <message>
        <source>{layers} several attentions each, and Orrery shows one for each layer.</source>
        <translation>{layers}多个注意力，而 Orrery 每层只显示一个。</translation>
    </message>
    <message>
        <source>{length} random tokens and their repetition are {total} positions, but this model takes {context}. Ask for fewer.</source>
        <translation>{length} 个随机词元加上它们的重复共 {total} 个位置，但此模型只接受 {context} 个。请减少数量。</translation>
    </message>
    <message>
        <source>{length} tokens and {n_tokens} more do not fit: this model takes {context}. Say the words fewer times.</source>
        <translation>{length} 个词元再加 {n_tokens} 个放不下：此模型接受 {context} 个。请减少词的重复次数。</translation>
    </message>
    <message>
        <source>{link} with {n} neighbours is not a graph.</source>
        <translation>{link} 加 {n} 个邻居构不成图。</translation>
    </message>
    <message>
        <source>{n:,} others were passed over (empty, or no text).</source>
        <translation>另有 {n:,} 个文件被略过（空文件，或不是文本）。</translation>
    </message>
    <message>
        <source>{n:,} tokens cannot be read. Choose from {low:,} to {high:,}.</source>
        <translation>无法读取 {n:,} 个词元。请选择 {low:,} 至 {high:,}。</translation>
    </message>
    <message>
        <source>{name!r} is not the name of a file. Name {what} in the spec&apos;s folder.</source>
        <translation>{name!r} 不是文件名。请指定规格所在文件夹中的{what}。</translation>
    </message>
    <message>
        <source>{names}, {further}</source>
        <translation>{names}、{further}</translation>
    </message>
    <message>
        <source>{name} and {other} have different vocabularies: their texts can be compared, but not their probabilities, so there is no KL and no common map.</source>
        <translation>{name} 与 {other} 的词表不同：可以比较它们的文本，但不能比较概率，所以没有 KL，也没有共同的地图。</translation>
    </message>
    <message>
        <source>{name} arrived with a wrong hash (SHA-256 {expected}… expected, {found}… met), so it is not used. Try again later or from another network.</source>
        <translation>{name} 传来的校验值不对（SHA-256 应为 {expected}…，实为 {found}…），所以不使用它。请稍后再试，或换一个网络。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>无法读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} could not be fetched.</source>
        <translation>{name} 无法获取。</translation>
    </message>
    <message>
        <source>{name} could not be saved to {folder} ({why}). {elsewhere}; nothing was changed.</source>
        <translation>{name} 无法保存到 {folder}（{why}）。{elsewhere}；没有任何改动。</translation>
    </message>
    <message>
        <source>{name} could not be saved to {folder} ({why}); it takes {size:.1f} MB. {elsewhere}; nothing was changed.</source>
        <translation>{name} 无法保存到 {folder}（{why}）；它需要 {size:.1f} MB。{elsewhere}；没有任何改动。</translation>
    </message>
    <message>
        <source>{name} divides by numbers that are not above 0. Take another file.</source>
        <translation>{name} 用不大于 0 的数作除数。请换一个文件。</translation>
    </message>
    <message>
        <source>{name} does not hold {member} ({error}), so it is not used.</source>
        <translation>{name} 中没有 {member}（{error}），所以不使用它。</translation>
    </message>
    <message>
        <source>{name} does not say its activation. Write {topk} or {relu} into a config.json beside it.</source>
        <translation>{name} 没有说明其激活函数。请在它旁边的 config.json 中写入 {topk} 或 {relu}。</translation>
    </message>
    <message>
        <source>{name} does not say where it reads. Put it into folders named as on the hub (gemma-scope-2b-pt-res/layer_20/…), or write a cfg.json beside it with hook_name and model_name.</source>
        <translation>{name} 没有说明它读取何处。请把它放进与 hub 上同名的文件夹（gemma-scope-2b-pt-res/layer_20/…），或在旁边写一个含 hook_name 和 model_name 的 cfg.json。</translation>
    </message>
    <message>
        <source>{name} does not say where it reads. Put it into folders named as where it is published (resid_post_mlp_v5_32k/autoencoders/8.safetensors), or write location and layer into a config.json beside it.</source>
        <translation>{name} 没有说明它读取何处。请把它放进与发布处同名的文件夹（resid_post_mlp_v5_32k/autoencoders/8.safetensors），或在旁边的 config.json 中写入 location 和 layer。</translation>
    </message>
    <message>
        <source>{name} holds no files with anything in them. Choose a text file, or a folder of text files.</source>
        <translation>{name} 中没有含内容的文件。请选择文本文件，或文本文件的文件夹。</translation>
    </message>
    <message>
        <source>{name} holds no published dictionary that Orrery knows: it reads the files of SAELens, Gemma Scope, OpenAI and dictionary_learning, as safetensors or npz. Choose the folder of one dictionary, or its file.</source>
        <translation>{name} 中没有 Orrery 认识的已发布字典：它读取 SAELens、Gemma Scope、OpenAI 和 dictionary_learning 的文件（safetensors 或 npz）。请选择某个字典的文件夹或其文件。</translation>
    </message>
    <message>
        <source>{name} holds no text. Choose a text file, or a folder of text files.</source>
        <translation>{name} 没有文本。请选择文本文件，或文本文件的文件夹。</translation>
    </message>
    <message>
        <source>{name} holds no text. Name a file with some pages of text: tables are counted from it.</source>
        <translation>{name} 中没有文本。请指定一个有几页文字的文件：表由它统计而来。</translation>
    </message>
    <message>
        <source>{name} holds no text. Put at least one line into it.</source>
        <translation>{name} 没有文本。请在其中至少写一行。</translation>
    </message>
    <message>
        <source>{name} holds numbers that are not finite in {part}, so nothing can be read with it. Take another file, or train the dictionary again at a lower rate.</source>
        <translation>{name} 的 {part} 中含有非有限的数，因此无法用它读取任何内容。请换一个文件，或以更低的学习率重新训练字典。</translation>
    </message>
    <message>
        <source>{name} holds {n:,} points, but {most:,} at most can be used. Leave some out.</source>
        <translation>{name} 有 {n:,} 个点，但最多可用 {most:,} 个。请去掉一些。</translation>
    </message>
    <message>
        <source>{name} holds {n} texts, but at least {fewest} are needed to choose on some and measure on others. Put one text on each line.</source>
        <translation>{name} 有 {n} 段文本，但至少需要 {fewest} 段，以便用一部分选择、用另一部分测量。请每行放一段文本。</translation>
    </message>
    <message>
        <source>{name} in {path} holds numbers that are not finite (NaN or infinity). Get it again from its source.</source>
        <translation>{path} 中的 {name} 含有不是有限值的数（NaN 或无穷大）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{name} is a safetensors file, but not a run saved by Orrery.</source>
        <translation>{name} 是 safetensors 文件，但不是 Orrery 保存的运行记录。</translation>
    </message>
    <message>
        <source>{name} is damaged: its parts do not fit together ({why}). Save the run again.</source>
        <translation>{name} 已损坏：各部分不相符（{why}）。请重新保存运行记录。</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a text file, or a folder of text files.</source>
        <translation>{name} 是空的。请选择文本文件，或文本文件的文件夹。</translation>
    </message>
    <message>
        <source>{name} is larger than 1 MB; a table of up to {most} points is expected.</source>
        <translation>{name} 大于 1 MB；应为不超过 {most} 个点的表格。</translation>
    </message>
    <message>
        <source>{name} is not TOML: {why}. Correct that line.</source>
        <translation>{name} 不是 TOML：{why}。请改正那一行。</translation>
    </message>
    <message>
        <source>{name} is not a dictionary that Orrery saved. Open it as a published one, or name another file.</source>
        <translation>{name} 不是 Orrery 保存的字典。请按已发布的字典打开它，或指定另一个文件。</translation>
    </message>
    <message>
        <source>{name} is not a list of interventions: it is not text in UTF-8. Choose another file.</source>
        <translation>{name} 不是干预列表：它不是 UTF-8 文本。请另选文件。</translation>
    </message>
    <message>
        <source>{name} is not a list of interventions: {error}. Choose another file.</source>
        <translation>{name} 不是干预列表：{error}。请另选文件。</translation>
    </message>
    <message>
        <source>{name} is not a model that Orrery knows: expected a name from the catalogue (`models` lists it), a hub id such as org/name, a folder in Hugging Face format, or a GGUF file.</source>
        <translation>{name} 不是 Orrery 认识的模型：应为目录中的名称（`models` 列出它们）、形如 org/name 的 Hub ID、Hugging Face 格式的文件夹，或 GGUF 文件。</translation>
    </message>
    <message>
        <source>{name} is not a run file, or it is damaged or cut short ({why}). Save the run again.</source>
        <translation>{name} 不是运行记录文件，或已损坏、被截断（{why}）。请重新保存运行记录。</translation>
    </message>
    <message>
        <source>{name} is not a text file. A table (CSV) is expected.</source>
        <translation>{name} 不是文本文件。应为表格（CSV）。</translation>
    </message>
    <message>
        <source>{name} is not a text file: it holds zero bytes, as programs and pictures do. Name a text file.</source>
        <translation>{name} 不是文本文件：它含有零字节，像程序和图片那样。请指定一个文本文件。</translation>
    </message>
    <message>
        <source>{name} is pickled, which can run any program when it is opened, so Orrery does not. Where you trust it, convert it in Python: safetensors.torch.save_file(torch.load({name!r}, weights_only=True), {to!r}), and keep its JSON beside it.</source>
        <translation>{name} 是 pickle 文件，打开时可以运行任何程序，因此 Orrery 不打开它。如果您信任它，请在 Python 中转换：safetensors.torch.save_file(torch.load({name!r}, weights_only=True), {to!r})，并把它的 JSON 放在旁边。</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} 为 {value}</translation>
    </message>
    <message>
        <source>{name} must be a number from {low:,} to {high:,}, but is {value}.</source>
        <translation>{name} 必须是 {low:,} 到 {high:,} 之间的数，但给的是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be between {low:g} and {high:g}, but is {value:g}.</source>
        <translation>{name} 必须在 {low:g} 与 {high:g} 之间，现为 {value:g}。</translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, but is {value}.</source>
        <translation>{name} 须为 {choices} 之一，但现为 {value}。</translation>
    </message>
    <message>
        <source>{name} must be {low:g} to {high:g}, but is {value:g}.</source>
        <translation>{name}必须在 {low:g} 到 {high:g} 之间，但给的是 {value:g}。</translation>
    </message>
    <message>
        <source>{name} needs at least {fewest} points, but this space has {n}. The PCA layout shows them.</source>
        <translation>{name} 至少需要 {fewest} 个点，但这个空间有 {n} 个。PCA 布局会显示它们。</translation>
    </message>
    <message>
        <source>{name} needs the config.json of its folder beside it, which tells its class and layer. Put it there.</source>
        <translation>{name} 旁边需要有其文件夹中的 config.json，它说明类和层。请把它放在那里。</translation>
    </message>
    <message>
        <source>{name} of {repo} arrived with a wrong hash ({sha256}… expected, {found}… met) and was thrown away. Try again later or from another network.</source>
        <translation>{repo} 的 {name} 传来的校验值不对（应为 {sha256}…，实为 {found}…），已丢弃。请稍后再试，或换一个网络。</translation>
    </message>
    <message>
        <source>{name} of {repo} has {size:,} bytes, but {start:,} came: something between here and the hub may answer in its place (a proxy, a log-in page). Try again later or from another network.</source>
        <translation>{repo} 的 {name} 有 {size:,} 字节，但只收到 {start:,}：此处与 hub 之间可能有别的东西代为应答（代理、登录页面）。请稍后再试，或换一个网络。</translation>
    </message>
    <message>
        <source>{name} should be a dictionary but cannot be read ({why}). Take another file.</source>
        <translation>{name} 应为字典，但无法读取（{why}）。请换一个文件。</translation>
    </message>
    <message>
        <source>{name} should have three columns in each row, x, y and a class, the first two numbers, but {met} was met. Save it as CSV with one point on each line.</source>
        <translation>{name} 的每行应有三列：x、y 和类别，前两列为数，但遇到了 {met}。请存为 CSV，每行一个点。</translation>
    </message>
    <message>
        <source>{name} should have two columns of numbers in each row, x and a value, but {met} was met. Save it as CSV with one point on each line.</source>
        <translation>{name} 的每行应有两列数：x 和值，但遇到了 {met}。请存为 CSV，每行一个点。</translation>
    </message>
    <message>
        <source>{name} stands in two weight files of {folder} (one is {file}). Get it again from its source.</source>
        <translation>{name} 同时在 {folder} 的两个权重文件中（其一是 {file}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{name} was fetched, but is no longer in {models_folder}. Try again.</source>
        <translation>{name} 已获取，但已不在 {models_folder} 中。请再试。</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Orrery (format {number}; this one reads up to {format}): update Orrery to open it.</source>
        <translation>{name} 由更新的 Orrery 保存（格式 {number}；这一个最多读到 {format}）：请更新 Orrery 以打开它。</translation>
    </message>
    <message>
        <source>{number} is a token: say which one in “text”.</source>
        <translation>{number} 是词元：请在 “text” 里写出是哪一个。</translation>
    </message>
    <message>
        <source>{n} empty lines were left out.</source>
        <translation>略去了 {n} 个空行。</translation>
    </message>
    <message>
        <source>{n} nets cannot be trained side by side. Choose 1 to 200.</source>
        <translation>无法并排训练 {n} 个网络。请选择 1 到 200 个。</translation>
    </message>
    <message>
        <source>{n} rows of {name} were left out: text in a number&apos;s place, or too few columns.</source>
        <translation>{name} 有 {n} 行被略去：数的位置上是文字，或列数太少。</translation>
    </message>
    <message>
        <source>{n} states are left out of the fit and marked: the first of each text, and {others} whose norm is over {times:g} times the median.</source>
        <translation>{n} 个状态在拟合中略去并做了标记：每段文本的第一个，以及范数超过中位数 {times:g} 倍的 {others} 个。</translation>
    </message>
    <message>
        <source>{n} states are left out of the fit and marked: the first of each text.</source>
        <translation>{n} 个状态在拟合中略去并做了标记：每段文本的第一个。</translation>
    </message>
    <message>
        <source>{n} states of a text, as the model has them.</source>
        <translation>一段文本的 {n} 个状态，按模型给出的原样。</translation>
    </message>
    <message>
        <source>{n} texts of {name} were shorter than two tokens and left out.</source>
        <translation>{name} 中有 {n} 段文本少于两个词元，已略去。</translation>
    </message>
    <message>
        <source>{n} texts were shorter than {shortest} tokens and left out.</source>
        <translation>有 {n} 段文本少于 {shortest} 个词元，已略去。</translation>
    </message>
    <message>
        <source>{part} is a token, or computed itself: name numbers of the run or of a view.</source>
        <translation>{part} 是词元，或者本身就是算出来的：请写出运行或视图的数。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Choose another file or folder.</source>
        <translation>{path} 无法读取（{why}）。请另选文件或文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a lesson: a text file in Markdown.</source>
        <translation>{path} 无法读取（{why}）。请指定一份课程：Markdown 文本文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a spec: a text file in TOML.</source>
        <translation>{path} 无法读取（{why}）。请指定一份规格：TOML 文本文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file, or nothing for the bundled novels.</source>
        <translation>无法读取 {path}（{why}）。请指定一个文本文件，或留空以使用自带的小说。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file, or {instead}.</source>
        <translation>{path} 无法读取（{why}）。请指定文本文件，或{instead}。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name a text file.</source>
        <translation>{path} 无法读取（{why}）。请指定文本文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Name another file.</source>
        <translation>{path} 无法读取（{why}）。请指定另一个文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read as JSON ({error}). Get the model again from its source.</source>
        <translation>{path} 不能作为 JSON 读取（{error}）。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {said}. Use the model&apos;s safetensors files instead.</source>
        <translation>{path} 不能使用：{said}。请改用该模型的 safetensors 文件。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}). Name another file.</source>
        <translation>{path} 无法写入（{why}）。请指定另一个文件。</translation>
    </message>
    <message>
        <source>{path} could not be read as a GGUF model ({said}).</source>
        <translation>{path} 不能作为 GGUF 模型读取（{said}）。</translation>
    </message>
    <message>
        <source>{path} could not be written ({why}). {elsewhere}, then save again.</source>
        <translation>无法写入 {path}（{why}）。{elsewhere}，然后再保存。</translation>
    </message>
    <message>
        <source>{path} does not hold a training ({why}). Move it away to start a new one.</source>
        <translation>{path} 中没有训练（{why}）。请把它移开，以便重新开始。</translation>
    </message>
    <message>
        <source>{path} does not hold together: {problem}. Get it again, or from another source.</source>
        <translation>{path} 内容不一致：{problem}。请重新获取，或换一个来源。</translation>
    </message>
    <message>
        <source>{path} does not say by what rule its text is cut into pieces (tokenizer.ggml.pre, missing in files made before May 2024), so the model would be given text as it never saw it. Convert the model again, or use its safetensors files instead.</source>
        <translation>{path} 没有写明按什么规则把文本切成词元（tokenizer.ggml.pre，2024 年 5 月以前制作的文件没有它），模型会读到它从未见过的切法。请重新转换模型，或改用它的 safetensors 文件。</translation>
    </message>
    <message>
        <source>{path} does not say of which step its weights are. Train the model again.</source>
        <translation>{path} 没有写明其权重属于哪一步。请重新训练模型。</translation>
    </message>
    <message>
        <source>{path} does not say which checkpoints it holds ({why}). Get it again from its source.</source>
        <translation>{path} 没有写明其中有哪些检查点（{why}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} has a damaged safetensors header ({why}). Get it again from its source.</source>
        <translation>{path} 的 safetensors 文件头已损坏（{why}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} has a damaged safetensors header. Get it again from its source.</source>
        <translation>{path} 的 safetensors 文件头已损坏。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} has no steps.</source>
        <translation>{path} 没有步骤。</translation>
    </message>
    <message>
        <source>{path} holds a tokenizer of the kind {kind}, which cannot be read from a GGUF file. {instead}</source>
        <translation>{path} 含有 {kind} 类的分词器，无法从 GGUF 文件读取。{instead}</translation>
    </message>
    <message>
        <source>{path} holds no spec: it was not made by this version of Orrery. Name a spec (.toml).</source>
        <translation>{path} 中没有规格：它不是由这个版本的 Orrery 制作的。请指定规格（.toml）。</translation>
    </message>
    <message>
        <source>{path} holds {n} books, not {most}: it is another version of the package.</source>
        <translation>{path} 中有 {n} 本书，而不是 {most} 本：这是该软件包的另一个版本。</translation>
    </message>
    <message>
        <source>{path} holds {n} tensors that have no place in the model as it can be read from GGUF ({unused}), so what it computes would be another model. {instead}</source>
        <translation>{path} 含有 {n} 个张量，在能从 GGUF 读出的模型中没有位置（{unused}），所以它算出的会是另一个模型。{instead}</translation>
    </message>
    <message>
        <source>{path} is GGUF version {version}; versions 2 and 3 can be read.</source>
        <translation>{path} 是 GGUF 第 {version} 版；可以读取第 2 和第 3 版。</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation>{path} 是文件夹。请给出其中一个文件的名称。</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Train the model again.</source>
        <translation>{path} 已损坏（{why}）。请重新训练模型。</translation>
    </message>
    <message>
        <source>{path} is neither a folder in Hugging Face format nor a GGUF file.</source>
        <translation>{path} 既不是 Hugging Face 格式的文件夹，也不是 GGUF 文件。</translation>
    </message>
    <message>
        <source>{path} is not Debian&apos;s package r-cran-janeaustenr ({why}). Fetch it with “apt-get download r-cran-janeaustenr” and name the file.</source>
        <translation>{path} 不是 Debian 软件包 r-cran-janeaustenr（{why}）。请用“apt-get download r-cran-janeaustenr”获取，并指定该文件。</translation>
    </message>
    <message>
        <source>{path} is not a GGUF file: it does not begin with GGUF. Choose a file ending in .gguf, or get it again from its source.</source>
        <translation>{path} 不是 GGUF 文件：它不以 GGUF 开头。请选择以 .gguf 结尾的文件，或从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} is not a safetensors file, or is cut off in its header. Get it again from its source.</source>
        <translation>{path} 不是 safetensors 文件，或文件头被截断。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} is of a newer format than this program knows. Open it with a newer Orrery.</source>
        <translation>{path} 的格式比此程序所知的更新。请用更新的 Orrery 打开。</translation>
    </message>
    <message>
        <source>{path} is part {field} of {count} of a model that was split. Join the parts first (`llama-gguf-split --merge` of llama.cpp does it), and give the one file.</source>
        <translation>{path} 是一个被拆分的模型的第 {field} 部分，共 {count} 部分。请先合并（用 llama.cpp 的 `llama-gguf-split --merge`），再给出合并后的文件。</translation>
    </message>
    <message>
        <source>{path} is there already, and not empty. Name a folder that is not there yet.</source>
        <translation>{path} 已存在且不为空。请指定一个尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>{path} is there already. Name another file, or give --overwrite.</source>
        <translation>{path} 已存在。请指定另一个文件，或加上 --overwrite。</translation>
    </message>
    <message>
        <source>{path} is truncated or damaged ({error}). Get it again from its source.</source>
        <translation>{path} 被截断或已损坏（{error}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} is truncated or damaged ({said}). Get it again from its source.</source>
        <translation>{path} 被截断或已损坏（{said}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} is truncated: {expected:,} bytes expected, {size:,} met. Get it again from its source.</source>
        <translation>{path} 被截断：应有 {expected:,} 字节，实有 {size:,}。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} lacks {n} tensors of the model ({missing}). Get it again from its source.</source>
        <translation>{path} 缺少模型的 {n} 个张量（{missing}）。请从来源重新获取。</translation>
    </message>
    <message>
        <source>{path} names no recording: add “recording = &quot;{stem}&quot;” to its front matter.</source>
        <translation>{path} 没有指定录制：请在文件头加上“recording = &quot;{stem}&quot;”。</translation>
    </message>
    <message>
        <source>{path} names {named} as the rule by which its text is cut into pieces (tokenizer.ggml.pre), which is not known here, so the model would be given text as it never saw it. {instead}</source>
        <translation>{path} 写明按规则 {named} 把文本切成词元（tokenizer.ggml.pre），这里不认识它，模型会读到它从未见过的切法。{instead}</translation>
    </message>
    <message>
        <source>{path} should be a net that was saved here, but cannot be read ({why}). Choose another file.</source>
        <translation>{path} 应为在此保存的网络，但无法读取（{why}）。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} should hold a training to continue, but does not ({why}). Start a new one.</source>
        <translation>{path} 应含有可继续的训练，但没有（{why}）。请开始新的训练。</translation>
    </message>
    <message>
        <source>{path} stretches its positions ({kind} rope scaling), which cannot be read from a GGUF file. {instead}</source>
        <translation>{path} 拉伸了位置（{kind} rope scaling），无法从 GGUF 文件读取。{instead}</translation>
    </message>
    <message>
        <source>{path} stretches its positions in a way that cannot be read from GGUF. {instead}</source>
        <translation>{path} 以无法从 GGUF 读取的方式拉伸了位置。{instead}</translation>
    </message>
    <message>
        <source>{path} was expanded, but is no longer in {models_folder}. Try again.</source>
        <translation>{path} 已展开，但已不在 {models_folder} 中。请再试。</translation>
    </message>
    <message>
        <source>{place} answered something that is not a list of files: something between here and the hub may answer in its place (a proxy, a log-in page).</source>
        <translation>{place}的回答不是文件列表：此处与 hub 之间可能有别的东西代为应答（代理、登录页面）。</translation>
    </message>
    <message>
        <source>{place} answered something unexpected ({why}).</source>
        <translation>{place}给出了意外的回答（{why}）。</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({error}). {check}</source>
        <translation>无法连接{place}（{error}）。{check}</translation>
    </message>
    <message>
        <source>{place} did not answer in time. {check}</source>
        <translation>{place}没有及时回应。{check}</translation>
    </message>
    <message>
        <source>{place} did not answer within {answer_within:.0f} seconds.</source>
        <translation>{place}在 {answer_within:.0f} 秒内没有回应。</translation>
    </message>
    <message>
        <source>{place} did not answer: there is no network, or pip&apos;s index settings do not fit.</source>
        <translation>{place}没有回应：没有网络，或 pip 的索引设置不合适。</translation>
    </message>
    <message>
        <source>{place} did not deliver it: pip says &quot;{errors}&quot;.</source>
        <translation>{place}没有提供它：pip 说“{errors}”。</translation>
    </message>
    <message>
        <source>{place} does not exist, or is private. Check its name; for a private one, sign in with `hf auth login` or set HF_TOKEN to your token.</source>
        <translation>{place}不存在，或是私有的。请检查名称；若是私有的，请用 `hf auth login` 登录，或把 HF_TOKEN 设为自己的令牌。</translation>
    </message>
    <message>
        <source>{place} has no config.json, so it is not a transformers model.</source>
        <translation>{place}没有 config.json，所以不是 transformers 模型。</translation>
    </message>
    <message>
        <source>{place} has {why}. Choose a model with safetensors weights.</source>
        <translation>{place}{why}。请选择有 safetensors 权重的模型。</translation>
    </message>
    <message>
        <source>{place} is gated: accept the licence on the model&apos;s page, and sign in with `hf auth login` or set the environment variable HF_TOKEN to your token; then try again.</source>
        <translation>{place}需要授权：请在模型页面接受许可协议，并用 `hf auth login` 登录，或把环境变量 HF_TOKEN 设为自己的令牌；然后再试。</translation>
    </message>
    <message>
        <source>{place} needs pip, which this Python ({python}) does not have: run `python -m ensurepip`, or `make setup` again.</source>
        <translation>{place}需要 pip，但这个 Python（{python}）没有：请运行 `python -m ensurepip`，或再次运行 `make setup`。</translation>
    </message>
    <message>
        <source>{place} refused with HTTP status {advice}.</source>
        <translation>{place}拒绝了请求，HTTP 状态 {advice}。</translation>
    </message>
    <message>
        <source>{place} was not asked, because HF_HUB_OFFLINE is set.</source>
        <translation>没有询问{place}，因为设置了 HF_HUB_OFFLINE。</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}：{problem}</translation>
    </message>
    <message>
        <source>{purpose} needs to write to {folder}, but that is not allowed ({why}). {remedy}</source>
        <translation>“{purpose}”需要写入 {folder}，但不被允许（{why}）。{remedy}</translation>
    </message>
    <message>
        <source>{purpose} needs {n_bytes} on a disk, but {folder} is not on one. Set the environment variable ORRERY_CACHE to a folder on a disk.</source>
        <translation>“{purpose}”需要磁盘上的 {n_bytes}，但 {folder} 不在磁盘上。请把环境变量 ORRERY_CACHE 设为磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>{purpose} needs {n_bytes} on the disk of {folder}, but {free} are free. Free some room, or set the environment variable ORRERY_CACHE to a folder on another disk.</source>
        <translation>“{purpose}”需要 {folder} 所在磁盘上的 {n_bytes}，但只有 {free} 空闲。请腾出空间，或把环境变量 ORRERY_CACHE 设为另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>{purpose} stopped because the disk of {folder} is full ({free} free). Free some room and try again.</source>
        <translation>“{purpose}”已中止，因为 {folder} 所在的磁盘已满（{free} 空闲）。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>{purpose} stopped because {folder} cannot be written to ({why}). {remedy}</source>
        <translation>“{purpose}”已中止，因为无法写入 {folder}（{why}）。{remedy}</translation>
    </message>
    <message>
        <source>{repo} was fetched, but is no longer in {models_folder}. Try again.</source>
        <translation>{repo} 已获取，但已不在 {models_folder} 中。请再试。</translation>
    </message>
    <message>
        <source>{share:.2g} × the state&apos;s norm</source>
        <translation>状态范数的 {share:.2g} 倍</translation>
    </message>
    <message>
        <source>{sign} {amount} × its length</source>
        <translation>{sign} {amount} × 自身长度</translation>
    </message>
    <message>
        <source>{sign} {amount} × its length ({norms})</source>
        <translation>{sign} {amount} × 自身长度（{norms}）</translation>
    </message>
    <message>
        <source>{sign} {amount} × its maximum</source>
        <translation>{sign} {amount} × 自身最大值</translation>
    </message>
    <message>
        <source>{sign} {amount} × its maximum ({norms})</source>
        <translation>{sign} {amount} × 自身最大值（{norms}）</translation>
    </message>
    <message>
        <source>{site} cannot be changed: Orrery does not recognise how this model builds it. Choose another component, or another model.</source>
        <translation>{site} 不能改动：Orrery 不认识此模型对它的构造。请另选组件，或另选模型。</translation>
    </message>
    <message>
        <source>{site} is changed at “{where}”, which a run that is not there yet does not have: name positions, such as 3,5-8 or 5-.</source>
        <translation>{site} 的改动位置写作“{where}”，但尚未生成的运行没有这个位置：请写明位置，例如 3,5-8 或 5-。</translation>
    </message>
    <message>
        <source>{site} is changed twice: give each component one scale.</source>
        <translation>{site} 被改动了两次：请给每个组件一个缩放。</translation>
    </message>
    <message>
        <source>{site} is to be replaced by its mean, but no reference text was run to find it.</source>
        <translation>{site} 要换成均值，但没有运行过求均值的参考文本。</translation>
    </message>
    <message>
        <source>{spec} is not in Orrery&apos;s cache ({models_folder}), so there is nothing to clear.</source>
        <translation>{spec} 不在 Orrery 的缓存（{models_folder}）中，所以没有可清除的。</translation>
    </message>
    <message>
        <source>{spec} is not on this disk.</source>
        <translation>{spec} 不在此磁盘上。</translation>
    </message>
    <message>
        <source>{spec} was expanded from {source} by an earlier version of Orrery, which cut some texts into other tokens than the model knows. Open that file again: it is then expanded anew.</source>
        <translation>{spec} 由早先版本的 Orrery 从{source}展开，那个版本对某些文本的分词与模型所知的不同。请重新打开那个文件：它会重新展开。</translation>
    </message>
    <message>
        <source>{status}: sign in with `hf auth login`, or set HF_TOKEN to a token that may read this model</source>
        <translation>{status}：请用 `hf auth login` 登录，或把 HF_TOKEN 设为可以读取此模型的令牌</translation>
    </message>
    <message>
        <source>{status}: try again later</source>
        <translation>{status}：请稍后再试</translation>
    </message>
    <message>
        <source>{template} must hold {{first}} and {{second}} once each: that is where the words are put.</source>
        <translation>{template} 必须各含一次 {{first}} 和 {{second}}：词就放在那里。</translation>
    </message>
    <message>
        <source>{text!r} is not a text in quotation marks, a number, true or false.</source>
        <translation>{text!r} 不是引号中的文本、数、true 或 false。</translation>
    </message>
    <message>
        <source>{text} is {n:,} characters long. Type a word.</source>
        <translation>{text} 有 {n:,} 个字符。请输入一个词。</translation>
    </message>
    <message>
        <source>{typed!r} is {n} tokens in this model, but a single token is needed. Type a shorter word, or a token&apos;s number as #123.</source>
        <translation>{typed!r} 在此模型中是 {n} 个词元，但需要单个词元。请输入较短的词，或以 #123 的形式输入词元编号。</translation>
    </message>
    <message>
        <source>{typed} does not occur in the text behind this map of states, so it has no state there. Choose a word of that text, select points, or take a longer text as the background.</source>
        <translation>{typed} 没有出现在这张隐藏状态地图的文本中，所以在那里没有状态。请选那段文本中的词、选择一些点，或用更长的文本作背景。</translation>
    </message>
    <message>
        <source>{what} cannot be read: Orrery does not recognise how this model builds them. Choose resid.</source>
        <translation>无法读取{what}：Orrery 不认识此模型构建它的方式。请选择残差流。</translation>
    </message>
    <message>
        <source>{what} could not be loaded: its files do not fit together ({why}). Get the model again from its source.</source>
        <translation>{what} 无法加载：它的文件不相符（{why}）。请从来源重新获取模型。</translation>
    </message>
    <message>
        <source>{what} has the shape {shape} of {dtype}, not {wanted}</source>
        <translation>{what} 的形状是 {shape}（{dtype}），不是 {wanted}</translation>
    </message>
    <message>
        <source>{what} has {count} nodes and records of another number</source>
        <translation>{what}有 {count} 个节点，而记录的数目不同</translation>
    </message>
    <message>
        <source>{what} holds numbers that are not finite (NaN), so nothing can be learnt from it. Load the model with dtype float32, or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} names no features of dictionaries.</source>
        <translation>{what} 没有指明字典的特征。</translation>
    </message>
    <message>
        <source>{what} names no points of the laboratory of digits.</source>
        <translation>{what} 不是手写数字实验室中的点。</translation>
    </message>
    <message>
        <source>{what} {name!r} lies outside the spec&apos;s folder. A spec that came from someone else must not read or write elsewhere: move the file there, or allow it with --outside.</source>
        <translation>{what} {name!r} 在规格的文件夹之外。来自他人的规格不得读写别处：请把文件移到那里，或用 --outside 允许。</translation>
    </message>
    <message>
        <source>{where} holds weights that are not finite ({name}). Train the model again.</source>
        <translation>{where} 含有不是有限值的权重（{name}）。请重新训练模型。</translation>
    </message>
    <message>
        <source>{where} holds {held:,} numbers, but the recipe beside it is of a bracket model of {n_weights:,} and more. Train the model again.</source>
        <translation>{where} 含有 {held:,} 个数，但旁边的配方属于 {n_weights:,} 个数以上的括号模型。请重新训练模型。</translation>
    </message>
    <message>
        <source>{where} should hold the weights {name} of shape {shape}, but that {met}. The file belongs to another model or is damaged. Train the model again.</source>
        <translation>{where} 应含有形状为 {shape} 的权重 {name}，但它{met}。文件属于另一个模型，或已损坏。请重新训练模型。</translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation>{where}：{problem}</translation>
    </message>
    <message>
        <source>{word} is there twice. Name each word once.</source>
        <translation>{word} 出现了两次。每个词只写一次。</translation>
    </message>
    <message>
        <source>“difference” and “ratio” are of two numbers.</source>
        <translation>“difference” 和 “ratio” 由两个数算出。</translation>
    </message>
    <message>
        <source>“first” and “last” are whole numbers here, but {first:g} and {last:g} were given.</source>
        <translation>“first”和“last”在这里是整数，但给的是 {first:g} 和 {last:g}。</translation>
    </message>
    <message>
        <source>“format = {ours}” is missing.</source>
        <translation>缺少 “format = {ours}”。</translation>
    </message>
    <message>
        <source>“generate” takes 1 to {most_tokens} tokens.</source>
        <translation>“generate”接受 1 到 {most_tokens} 个词元。</translation>
    </message>
    <message>
        <source>“hold” is a time in seconds, 0 to 60.</source>
        <translation>“hold”是以秒计的时间，0 到 60。</translation>
    </message>
    <message>
        <source>“minutes” is how long the lesson takes, 1 to {most}.</source>
        <translation>“minutes” 是这一课需要的时间，1 到 {most}。</translation>
    </message>
    <message>
        <source>“model” is a name of the catalogue or a hub id.</source>
        <translation>“model” 是目录中的名称或 hub id。</translation>
    </message>
    <message>
        <source>“model” is a name of the catalogue or a hub id: a place on one disk is not on another.</source>
        <translation>“model” 是目录中的名称或 hub id：一块磁盘上的位置，在另一块上并不存在。</translation>
    </message>
    <message>
        <source>“near” can be {nearest:g} to {furthest:g}.</source>
        <translation>“near”可以是 {nearest:g} 到 {furthest:g}。</translation>
    </message>
    <message>
        <source>“options” is a table for each view: begin it with [options.VIEW].</source>
        <translation>“options” 为每个视图写一个表：请用 [options.VIEW] 开始。</translation>
    </message>
    <message>
        <source>“out” is the film&apos;s: its figure is not written.</source>
        <translation>“out”属于影片：其中的图不写出。</translation>
    </message>
    <message>
        <source>“out” must end in {suffixes}.</source>
        <translation>“out”必须以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>“panel” is {panel}, but the figure has panels 0 to {last}.</source>
        <translation>“panel”是 {panel}，但这张图的子图编号为 0 到 {last}。</translation>
    </message>
    <message>
        <source>“place” is counted from 1: the most likely one.</source>
        <translation>“place” 从 1 开始数：最可能的那一个。</translation>
    </message>
    <message>
        <source>“play” is a list of texts, such as [&quot;step&quot;, &quot;wait 1&quot;].</source>
        <translation>“play” 是文本的列表，例如 [&quot;step&quot;, &quot;wait 1&quot;]。</translation>
    </message>
    <message>
        <source>“quality” can be 1 to 100 (0: as suits the format).</source>
        <translation>“quality”可以是 1 到 100（0：随格式而定）。</translation>
    </message>
    <message>
        <source>“recording” is the name of a file without folder and ending.</source>
        <translation>“recording” 是文件的名称，不带文件夹和扩展名。</translation>
    </message>
    <message>
        <source>“seconds” is how long it takes, more than 0.</source>
        <translation>“seconds”是持续的时间，大于 0。</translation>
    </message>
    <message>
        <source>“start” is a second of the film, 0 or more.</source>
        <translation>“start”是影片的第几秒，0 或更大。</translation>
    </message>
    <message>
        <source>“steps” can be 1 to 2000 (0: every picture).</source>
        <translation>“steps”可以是 1 到 2000（0：每一帧）。</translation>
    </message>
    <message>
        <source>“take” needs a token in quotation marks.</source>
        <translation>“take”需要引号中的词元。</translation>
    </message>
    <message>
        <source>“temperature” is 0 to 10, “top_k” 0 or more, “top_p” and “min_p” at most 1.</source>
        <translation>“temperature” 为 0 到 10，“top_k” 为 0 或更大，“top_p” 和 “min_p” 最多为 1。</translation>
    </message>
    <message>
        <source>“tokens” is how many are generated, 0 or more.</source>
        <translation>“tokens”是生成的数量，0 或更大。</translation>
    </message>
    <message>
        <source>“tokens” is how many are generated, 0 to 999.</source>
        <translation>“tokens” 是生成的词元数，0 到 999。</translation>
    </message>
    <message>
        <source>“tolerance” is 0 or more.</source>
        <translation>“tolerance” 为 0 或更大。</translation>
    </message>
    <message>
        <source>“values” are those of an option; of {of} give “first” and “last”.</source>
        <translation>“values”是选项的值；对 {of} 请给出“first”和“last”。</translation>
    </message>
    <message>
        <source>“wait” takes at most {longest_wait:g} seconds.</source>
        <translation>“wait”最多 {longest_wait:g} 秒。</translation>
    </message>
    <message>
        <source>“{key}” is not a {what}; did you mean “{name}”?</source>
        <translation>“{key}”不是{what}；是否指“{name}”？</translation>
    </message>
    <message>
        <source>“{key}” is not a {what}; there are {names}.</source>
        <translation>“{key}”不是{what}；有 {names}。</translation>
    </message>
    <message>
        <source>“{key}” must be true or false, but is {flag}.</source>
        <translation>“{key}”必须是 true 或 false，但给的是 {flag}。</translation>
    </message>
    <message>
        <source>“{line}” is not a gesture; there are {forms}.</source>
        <translation>“{line}”不是手势；有 {forms}。</translation>
    </message>
    <message>
        <source>“{mark}” stands alone: write \{mark} where the character itself is meant.</source>
        <translation>“{mark}” 单独出现：要写这个字符本身，请写 \{mark}。</translation>
    </message>
    <message>
        <source>“{name}” can be {least} to {last}.</source>
        <translation>“{name}”可以是 {least} 到 {last}。</translation>
    </message>
    <message>
        <source>“{name}” is a list of at most {most_entries}, but {value} was met.</source>
        <translation>“{name}”是最多 {most_entries} 项的列表，但遇到的是 {value}。</translation>
    </message>
    <message>
        <source>“{name}” is a table of texts, numbers, and true or false.</source>
        <translation>“{name}”是由文本、数以及 true 或 false 组成的表。</translation>
    </message>
    <message>
        <source>“{name}” is a table, but {table} was met.</source>
        <translation>“{name}”是表，但遇到的是 {table}。</translation>
    </message>
    <message>
        <source>“{name}” is a table: begin it with [{name}].</source>
        <translation>“{name}” 是一个表：请用 [{name}] 开始。</translation>
    </message>
    <message>
        <source>“{name}” is counted from 0.</source>
        <translation>“{name}”从 0 数起。</translation>
    </message>
    <message>
        <source>“{name}” is missing: a lesson needs one.</source>
        <translation>缺少 “{name}”：一课需要它。</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, but {value} was met.</source>
        <translation>“{name}”应为{kind}，但遇到的是 {value}。</translation>
    </message>
    <message>
        <source>“{name}” is {value}, but the run has {there}.</source>
        <translation>“{name}”是 {value}，但运行记录有 {there}。</translation>
    </message>
    <message>
        <source>“{term}” cannot be fitted as a term. Use x, numbers, + − * / ^, and {functions}.</source>
        <translation>“{term}”不能作为一项来拟合。可以使用 x、数、+ − * / ^ 以及 {functions}。</translation>
    </message>
    <message>
        <source>“{text}” names no component: write L10.N100 for a neuron, L5.H1 for a head, L5.mlp or L5.attention.</source>
        <translation>“{text}”不是组件：神经元写作 L10.N100，注意力头写作 L5.H1，也可以写 L5.mlp 或 L5.attention。</translation>
    </message>
    <message>
        <source>“{text}” names no intervention: write a component such as L5.H1=0, or a JSON object as Orrery saves it.</source>
        <translation>“{text}”不是一种干预：请写组件（如 L5.H1=0），或 Orrery 保存的 JSON 对象。</translation>
    </message>
    <message>
        <source>“{text}” would be cut, or lie over something else</source>
        <translation>“{text}”会被截断，或盖在别的东西上</translation>
    </message>
    <message>
        <source>“{what}” is of no token.</source>
        <translation>“{what}” 不属于任何词元。</translation>
    </message>
    <message>
        <source>“{what}” needs a “token”, with its leading space.</source>
        <translation>“{what}” 需要 “token”，带上它前面的空格。</translation>
    </message>
    <message>
        <source>“{word}” begins a paragraph of its own: put an empty line before it.</source>
        <translation>“{word}” 开始单独的一段：请在它前面空一行。</translation>
    </message>
    <message>
        <source>“{word}” is {n} tokens in this model, but a name must be a single token.</source>
        <translation>“{word}”在此模型中是 {n} 个词元，但名字必须是单个词元。</translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Slide 16:9, 1920 × 1080</source>
        <translation>幻灯片 16:9，1920 × 1080</translation>
    </message>
    <message>
        <source>Slide 16:9, 3840 × 2160</source>
        <translation>幻灯片 16:9，3840 × 2160</translation>
    </message>
    <message>
        <source>Slide 4:3, 1600 × 1200</source>
        <translation>幻灯片 4:3，1600 × 1200</translation>
    </message>
    <message>
        <source>Paper, one column, 85 mm</source>
        <translation>论文，单栏，85 mm</translation>
    </message>
    <message>
        <source>Paper, two columns, 174 mm</source>
        <translation>论文，双栏，174 mm</translation>
    </message>
    <message>
        <source>Poster, A0 across</source>
        <translation>海报，A0 横向</translation>
    </message>
    <message>
        <source>Square, 2048 × 2048</source>
        <translation>正方形，2048 × 2048</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export a figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>透明背景</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The ending of the name sets the format: .png, .svg or .pdf</source>
        <translation>文件名的后缀决定格式：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>Choose the folder and file name</source>
        <translation>选择文件夹和文件名</translation>
    </message>
    <message>
        <source>The file name must end in .png, .svg or .pdf.</source>
        <translation>文件名必须以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>This file exists already and will be replaced.</source>
        <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>This file exists already: you are asked before it is replaced.</source>
        <translation>该文件已存在：替换前会先询问。</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>{name} exists already.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <source>Replace it by this figure?</source>
        <translation>用这张图替换它？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>FeatureMap</name>
    <message>
        <source>cosine of the directions</source>
        <translation>方向的余弦</translation>
    </message>
    <message>
        <source>correlation of the activations</source>
        <translation>激活值的相关系数</translation>
    </message>
    <message>
        <source>share of the activations at the other&apos;s promoted tokens</source>
        <translation>落在对方所促进词元上的激活份额</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>nearer to the feature that answers to the tokens</source>
        <translation>靠近对这些词元有响应的特征一端</translation>
    </message>
    <message>
        <source>{one} → {other}</source>
        <translation>{one} → {other}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} 与 {other}</translation>
    </message>
    <message>
        <source>{name}: {value} (chance: {chance})</source>
        <translation>{name}：{value}（随机：{chance}）</translation>
    </message>
    <message>
        <source>active together {lift} times as often as by chance</source>
        <translation>同时激活的频率是随机情况的 {lift} 倍</translation>
    </message>
    <message>
        <source>active at {density} of the positions, at most {largest}</source>
        <translation>在 {density} 的位置上激活，最大 {largest}</translation>
    </message>
    <message>
        <source>promotes {tokens}</source>
        <translation>促进 {tokens}</translation>
    </message>
    <message>
        <source>Click or press Enter to put it in the middle.</source>
        <translation>单击或按 Enter 把它放到中央。</translation>
    </message>
    <message>
        <source>this dictionary</source>
        <translation>此字典</translation>
    </message>
    <message>
        <source>random directions (control)</source>
        <translation>随机方向（对照）</translation>
    </message>
    <message>
        <source>cosine with the nearest other direction</source>
        <translation>与最近的其他方向的余弦</translation>
    </message>
    <message>
        <source>share of a dimension to itself (D)</source>
        <translation>独占的维度份额（D）</translation>
    </message>
    <message>
        <source>share of the features</source>
        <translation>特征的份额</translation>
    </message>
    <message>
        <source>{low} to {high}: {one} of the features, {other} of random directions</source>
        <translation>{low} 至 {high}：特征占 {one}，随机方向占 {other}</translation>
    </message>
</context>
<context>
    <name>FeatureMapView</name>
    <message>
        <source>Map of features</source>
        <translation>特征地图</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征地图</translation>
    </message>
    <message>
        <source>Which features are linked with which</source>
        <translation>哪些特征与哪些特征相连</translation>
    </message>
    <message>
        <source>feature graph</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>decoder cosine</source>
        <translation>解码器余弦</translation>
    </message>
    <message>
        <source>co-firing</source>
        <translation>共同激活</translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation>稀疏自编码器</translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>The features linked with one of them: by their directions, by firing together, or because one promotes the tokens that the other answers to.</source>
        <translation>与某个特征相连的特征：按方向、按共同激活，或因为一个促进了另一个所响应的词元。</translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation>自带的小说</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>读取文本</translation>
    </message>
    <message>
        <source>Run the text through the model and keep which features are active where</source>
        <translation>让文本通过模型，并记下哪些特征在哪里激活</translation>
    </message>
    <message>
        <source>Show on the large map</source>
        <translation>在大地图上显示</translation>
    </message>
    <message>
        <source>Open the directions of all features in the meaning space: UMAP and other layouts, coloured by how often a feature is active and more. A click on a point there chooses its feature.</source>
        <translation>在意义空间中打开所有特征的方向：UMAP 和其他布局，按特征激活的频率等着色。单击那里的点即选择其特征。</translation>
    </message>
    <message>
        <source>All layers on the large map</source>
        <translation>在大地图上显示所有层</translation>
    </message>
    <message>
        <source>The same with the features of all dictionaries of this model, coloured by their layers</source>
        <translation>同上，但包括此模型所有字典的特征，按层着色</translation>
    </message>
    <message>
        <source>{n} directions of {title}</source>
        <translation>{title} 的 {n} 个方向</translation>
    </message>
    <message>
        <source>Around {feature} of {title}</source>
        <translation>{title} 的 {feature} 周围</translation>
    </message>
    <message>
        <source>Reading the text …</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>“Read the text” runs {n} tokens through the model, to see which features are active where.</source>
        <translation>“读取文本”让 {n} 个词元通过模型，以查看哪些特征在哪里激活。</translation>
    </message>
    <message>
        <source>Load a model to see how the features of its dictionaries are linked.</source>
        <translation>请加载模型，以查看其字典的特征如何相连。</translation>
    </message>
    <message>
        <source>Looking for dictionaries.</source>
        <translation>正在查找字典。</translation>
    </message>
    <message>
        <source>There is no dictionary of this model yet. Train one, or open a published one.</source>
        <translation>这个模型还没有字典。请训练一个，或打开一个已发布的。</translation>
    </message>
    <message>
        <source>No feature is linked so strongly with F{feature}: lower “Links from”.</source>
        <translation>没有特征与 F{feature} 有这么强的联系：请调低“联系不低于”。</translation>
    </message>
    <message>
        <source>{above} of {n} features are linked with it more strongly than chance gives ({link} {chance}); the {m} strongest are shown.</source>
        <translation>{n} 个特征中有 {above} 个与它的联系强于随机情况（{link} {chance}）；显示最强的 {m} 个。</translation>
    </message>
    <message>
        <source>Over {n} positions of {title}.</source>
        <translation>基于{title}的 {n} 个位置。</translation>
    </message>
    <message>
        <source>{n} weaker links are left out.</source>
        <translation>省略了 {n} 条较弱的联系。</translation>
    </message>
    <message>
        <source>No feature is chosen, so this is the first.</source>
        <translation>没有选择特征，因此这是第一个。</translation>
    </message>
    <message>
        <source>Half of the features have a nearest other direction at a cosine above {nearest} (random directions {random}), and a share of a dimension above {own} to themselves (random {own_random}; {d} dimensions for {n} features leave {mean} for each).</source>
        <translation>一半特征与最近的其他方向的余弦高于 {nearest}（随机方向 {random}），独占的维度份额高于 {own}（随机 {own_random}；{d} 维供 {n} 个特征，平均每个 {mean}）。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>features around one</source>
        <translation>某个特征的周围</translation>
    </message>
    <message>
        <source>all directions</source>
        <translation>所有方向</translation>
    </message>
    <message>
        <source>The features linked with the chosen one, or how close the directions of all of them lie.</source>
        <translation>与所选特征相连的特征，或所有特征的方向彼此有多近。</translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation>联系依据</translation>
    </message>
    <message>
        <source>direction (cosine)</source>
        <translation>方向（余弦）</translation>
    </message>
    <message>
        <source>firing together</source>
        <translation>共同激活</translation>
    </message>
    <message>
        <source>promoting the other&apos;s tokens</source>
        <translation>促进对方的词元</translation>
    </message>
    <message>
        <source>Cosine of the directions; correlation of the activations over a text; or the share of a feature&apos;s activations that stand at tokens which the other feature promotes.</source>
        <translation>方向的余弦；激活值在一段文本上的相关系数；或某特征的激活中落在另一特征所促进词元上的份额。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居数</translation>
    </message>
    <message>
        <source>How many features are shown around the chosen one, strongest first.</source>
        <translation>在所选特征周围显示多少个特征，最强的优先。</translation>
    </message>
    <message>
        <source>Links from</source>
        <translation>联系不低于</translation>
    </message>
    <message>
        <source>any strength</source>
        <translation>任意强度</translation>
    </message>
    <message>
        <source>Weaker links with the chosen feature are left out.</source>
        <translation>省略与所选特征更弱的联系。</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>The path of a text file to read; empty reads the bundled novels, “sample” the bundled sample of many kinds.</source>
        <translation>要读取的文本文件的路径；留空则读取自带的小说，“sample”读取自带的多种样本。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens of the text are read at most.</source>
        <translation>最多读取文本的多少个词元。</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Features of a dictionary</source>
        <translation>字典的特征</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>What each direction answers to</source>
        <translation>每个方向对什么有反应</translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation>稀疏自编码器</translation>
    </message>
    <message>
        <source>SAE</source>
        <translation>SAE</translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>feature dashboard</source>
        <translation>特征面板</translation>
    </message>
    <message>
        <source>Neuronpedia</source>
        <translation>Neuronpedia</translation>
    </message>
    <message>
        <source>The sparse dictionary of the loaded model that is looked at, and how well it does.</source>
        <translation>所加载模型的稀疏字典，以及它的效果。</translation>
    </message>
    <message>
        <source>{n} features of {where}.</source>
        <translation>{where}的 {n} 个特征。</translation>
    </message>
    <message>
        <source>Explained variance {explained}, loss recovered {recovered}, dead {dead}.</source>
        <translation>解释方差 {explained}，损失恢复 {recovered}，死隐单元 {dead}。</translation>
    </message>
    <message>
        <source>Load a model to see the features of its dictionaries.</source>
        <translation>请加载模型，以查看其字典的特征。</translation>
    </message>
    <message>
        <source>Looking for dictionaries.</source>
        <translation>正在查找字典。</translation>
    </message>
    <message>
        <source>There is no dictionary of this model yet. Train one, or open a published one.</source>
        <translation>这个模型还没有字典。请训练一个，或打开一个已发布的。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Clear the line</source>
        <translation>清空此行</translation>
    </message>
</context>
<context>
    <name>FigureFiles</name>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>图已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>The figure was saved: {path}</source>
        <translation>图已保存：{path}</translation>
    </message>
    <message>
        <source>Open a spec</source>
        <translation>打开图规格</translation>
    </message>
    <message>
        <source>Specs of figures (*.toml)</source>
        <translation>图规格 (*.toml)</translation>
    </message>
    <message>
        <source>{name} has {n} figures; the first is shown, and saving would keep this one only.</source>
        <translation>{name} 含有 {n} 张图；现在显示第一张，保存时只会保留这一张。</translation>
    </message>
    <message>
        <source>{name} names files outside its folder: {places}</source>
        <translation>{name} 引用了其所在文件夹之外的文件：{places}</translation>
    </message>
    <message>
        <source>Open it only where you know who made it.</source>
        <translation>仅在知道其制作者时才打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save the figure as a spec</source>
        <translation>将图保存为图规格</translation>
    </message>
    <message>
        <source>The spec could not be saved to {path} ({why}). Choose another folder or file name.</source>
        <translation>图规格无法保存到 {path}（{why}）。请选择其他文件夹或文件名。</translation>
    </message>
    <message>
        <source>The spec was saved: {path}</source>
        <translation>图规格已保存：{path}</translation>
    </message>
    <message>
        <source>It names files outside its folder: make it with `main.py figure {name} --outside`.</source>
        <translation>它引用了其所在文件夹之外的文件：请用 `main.py figure {name} --outside` 生成。</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Turntable</source>
        <translation>自动旋转</translation>
    </message>
    <message>
        <source>Generation, token by token</source>
        <translation>逐词元生成</translation>
    </message>
    <message>
        <source>Flight along the path</source>
        <translation>沿路径飞行</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Begins again</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Forwards and backwards</source>
        <translation>往返播放</translation>
    </message>
    <message>
        <source>Plays once</source>
        <translation>只播放一次</translation>
    </message>
    <message>
        <source>MP4 (*.mp4);;WebM (*.webm);;GIF (*.gif);;Animated WebP (*.webp);;Folder of PNG pictures (*)</source>
        <translation>MP4 (*.mp4);;WebM (*.webm);;GIF (*.gif);;动态 WebP (*.webp);;PNG 图片文件夹 (*)</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation>保存影片…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Or the figure composed in the workspace Figure</source>
        <translation>或在“制图”工作区中编排的图</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>运动方式</translation>
    </message>
    <message>
        <source>Swept</source>
        <translation>扫描对象</translation>
    </message>
    <message>
        <source>What the film goes through, from its first value to its last</source>
        <translation>影片从首值到末值所经过的量</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>播放结束时</translation>
    </message>
    <message>
        <source>Choose the file and make the film; the ending of its name sets the format</source>
        <translation>选择文件并生成影片；文件名的后缀决定格式</translation>
    </message>
    <message>
        <source>Composed figure</source>
        <translation>编排的图</translation>
    </message>
    <message numerus="yes">
        <source>{n} picture(s); you can continue working meanwhile.</source>
        <translation>
            <numerusform>{n} 帧；其间可以继续工作。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>保存影片</translation>
    </message>
</context>
<context>
    <name>Films</name>
    <message>
        <source>There is no run to film yet. Write a prompt and press play.</source>
        <translation>还没有可制成影片的运行记录。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>Making the film {name}</source>
        <translation>正在生成影片 {name}</translation>
    </message>
    <message>
        <source>The film was saved: {path}</source>
        <translation>影片已保存：{path}</translation>
    </message>
    <message>
        <source>Its process ended. Try again.</source>
        <translation>其进程已结束。请重试。</translation>
    </message>
    <message>
        <source>The film was not written. {why}</source>
        <translation>影片未写入。{why}</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>{share} of refits to other noise</source>
        <translation>换噪声重新拟合的 {share}</translation>
    </message>
    <message>
        <source>refits to other noise</source>
        <translation>换噪声重新拟合</translation>
    </message>
    <message>
        <source>formulas that fit as well</source>
        <translation>拟合得一样好的公式</translation>
    </message>
    <message>
        <source>true curve</source>
        <translation>真实曲线</translation>
    </message>
    <message>
        <source>click: a point at x {x}, y {y}</source>
        <translation>单击：在 x {x}、y {y} 处加一个点</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>points fitted</source>
        <translation>参与拟合的点</translation>
    </message>
    <message>
        <source>held-out points, ± one standard error</source>
        <translation>留出的点，± 一个标准误</translation>
    </message>
    <message>
        <source>new points, from the true curve</source>
        <translation>新的点，由真实曲线算出</translation>
    </message>
    <message>
        <source>degree of the polynomial</source>
        <translation>多项式的次数</translation>
    </message>
    <message>
        <source>error (RMSE), logarithmic</source>
        <translation>误差（RMSE），对数刻度</translation>
    </message>
    <message>
        <source>chosen terms, held out</source>
        <translation>所选的项，留出的点</translation>
    </message>
    <message>
        <source>held-out points</source>
        <translation>留出的点</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>best formulas, and what they predict</source>
        <translation>最好的公式及其预测</translation>
    </message>
    <message>
        <source>as good as the best</source>
        <translation>与最好的一样好</translation>
    </message>
    <message>
        <source>held-out error (RMSE)</source>
        <translation>留出误差（RMSE）</translation>
    </message>
    <message>
        <source>height in m</source>
        <translation>高度（米）</translation>
    </message>
    <message>
        <source>time in s</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>No curve is fitted</source>
        <translation>没有拟合出曲线</translation>
    </message>
    <message>
        <source>Fold {fold} of {folds} is held out: error {held} on it, {fit} on the points fitted (RMSE).</source>
        <translation>留出第 {fold} 折（共 {folds} 折）：其上误差 {held}，参与拟合的点上误差 {fit}（RMSE）。</translation>
    </message>
    <message>
        <source>Error on these points {fit} (RMSE); too few of them to hold any out.</source>
        <translation>这些点上的误差为 {fit}（RMSE）；点太少，无法留出。</translation>
    </message>
    <message>
        <source>Error on these points {fit}, on held-out points {held} (RMSE, {folds} folds).</source>
        <translation>这些点上的误差为 {fit}，留出的点上为 {held}（RMSE，{folds} 折）。</translation>
    </message>
    <message>
        <source>At x = {x} the curve has no value.</source>
        <translation>曲线在 x = {x} 处没有值。</translation>
    </message>
    <message>
        <source>At x = {x} it predicts {y}; as many coefficients as points leave no spread.</source>
        <translation>在 x = {x} 处预测为 {y}；系数与点一样多，得不出离散程度。</translation>
    </message>
    <message>
        <source>At x = {x} it predicts {y}, {share} of the refits from {low} to {high}.</source>
        <translation>在 x = {x} 处预测为 {y}，重新拟合的 {share} 落在 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>True there: {y}.</source>
        <translation>真实值：{y}。</translation>
    </message>
    <message>
        <source>Held-out points are predicted best at degree {best}.</source>
        <translation>对留出的点，{best} 次预测得最好。</translation>
    </message>
    <message>
        <source>Held-out points are predicted best at degree {best}, within one standard error from {first} on.</source>
        <translation>对留出的点，{best} 次预测得最好，从 {first} 次起就在一个标准误之内。</translation>
    </message>
    <message>
        <source>The formula is written in Chebyshev polynomials T₁(u) = u, T₂(u) = 2u² − 1, …: rounded powers of x would no longer give this curve, or are too many to read.</source>
        <translation>公式用切比雪夫多项式 T₁(u) = u、T₂(u) = 2u² − 1、…… 写出：若写成 x 的各次幂，舍入后就不再是这条曲线，或项数太多不便阅读。</translation>
    </message>
    <message>
        <source>Of {n} formulas {alike} predict held-out points within one standard error of the best; at x = {x} they say from {low} to {high}.</source>
        <translation>{n} 个公式中有 {alike} 个对留出的点的预测与最好的相差不到一个标准误；在 x = {x} 处，它们给出 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>on held-out points {held}, on the points fitted {fit}</source>
        <translation>留出的点上 {held}，参与拟合的点上 {fit}</translation>
    </message>
    <message>
        <source>at x = {x}: {y}</source>
        <translation>在 x = {x} 处：{y}</translation>
    </message>
    <message>
        <source>{n} row(s) without a number [is|are] left out: {rows}.</source>
        <translation>略去了 {n} 行没有数的行：{rows}。</translation>
    </message>
    <message>
        <source>point {n}: x {x}, y {y}</source>
        <translation>点 {n}：x {x}，y {y}</translation>
    </message>
    <message>
        <source>residual {residual}</source>
        <translation>残差 {residual}</translation>
    </message>
    <message>
        <source>x {x}: fit {y}</source>
        <translation>x {x}：拟合值 {y}</translation>
    </message>
    <message>
        <source>{share} of the refits: {low} to {high}</source>
        <translation>重新拟合的 {share}：{low} 到 {high}</translation>
    </message>
    <message>
        <source>true curve {y}</source>
        <translation>真实曲线 {y}</translation>
    </message>
    <message>
        <source>degree {degree}</source>
        <translation>{degree} 次</translation>
    </message>
    <message>
        <source>not determined without the held-out points</source>
        <translation>去掉留出的点就无法确定</translation>
    </message>
    <message>
        <source>on the points fitted {error}</source>
        <translation>参与拟合的点上 {error}</translation>
    </message>
    <message>
        <source>on held-out points {error}</source>
        <translation>留出的点上 {error}</translation>
    </message>
    <message>
        <source>on held-out points {error} (one standard error: {low} to {high})</source>
        <translation>留出的点上 {error}（一个标准误：{low} 到 {high}）</translation>
    </message>
    <message>
        <source>to be expected on new points {error}</source>
        <translation>新的点上预期 {error}</translation>
    </message>
</context>
<context>
    <name>FittingView</name>
    <message>
        <source>Fitting a curve</source>
        <translation>曲线拟合</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>What do points say about places where there are none?</source>
        <translation>对没有点的地方，点能说明什么？</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘法</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>自助法</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>外推</translation>
    </message>
    <message>
        <source>tower of Pisa</source>
        <translation>比萨斜塔</translation>
    </message>
    <message>
        <source>A curve fitted to points that you can drag: what it predicts between and beyond them, and how wrong it is on points it has not seen.</source>
        <translation>对可以拖动的点拟合一条曲线：它在点之间和点之外预测什么，对没见过的点又错多少。</translation>
    </message>
    <message>
        <source>such as 1, x, sin(x)</source>
        <translation>例如 1, x, sin(x)</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw new noise: the next seed</source>
        <translation>抽取新的噪声：下一个随机种子</translation>
    </message>
    <message>
        <source>Add points</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>While this is on, a click beside the points adds one (Insert)</source>
        <translation>打开时，在点旁边单击就添加一个点（Insert）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the point that is chosen (Delete)</source>
        <translation>删除选中的点（Delete）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last change of the points back</source>
        <translation>撤销对点的上一次改动</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>打开 CSV…</translation>
    </message>
    <message>
        <source>Points from a file: two columns, x before y</source>
        <translation>从文件读取点：两列，x 在 y 之前</translation>
    </message>
    <message>
        <source>Try formulas</source>
        <translation>尝试公式</translation>
    </message>
    <message>
        <source>Fit every sum of up to three of eleven terms, and compare them on held-out points</source>
        <translation>对十一项中至多三项的所有和逐一拟合，并在留出的点上比较</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Copy the fitted curve as a function of NumPy</source>
        <translation>把拟合的曲线复制为 NumPy 函数</translation>
    </message>
    <message>
        <source>the right end</source>
        <translation>右端</translation>
    </message>
    <message>
        <source>There are {most} points already, the most there can be.</source>
        <translation>已有 {most} 个点，不能再多了。</translation>
    </message>
    <message>
        <source>Open points</source>
        <translation>打开点</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Copied: the fitted curve as a function of NumPy.</source>
        <translation>已复制：拟合的曲线，作为 NumPy 函数。</translation>
    </message>
    <message>
        <source>fall from a tower</source>
        <translation>从塔上落下</translation>
    </message>
    <message>
        <source>line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>bell (Runge)</source>
        <translation>钟形（龙格）</translation>
    </message>
    <message>
        <source>own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>a + b/x + c sin x</source>
        <translation>a + b/x + c sin x</translation>
    </message>
    <message>
        <source>a + b √x</source>
        <translation>a + b √x</translation>
    </message>
    <message>
        <source>terms of your own</source>
        <translation>自定的项</translation>
    </message>
    <message>
        <source>of drawn points</source>
        <translation>抽取的点自带的</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>single curves</source>
        <translation>单条曲线</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Where the points come from: a known curve with noise, or yourself.</source>
        <translation>点从哪里来：一条已知曲线加噪声，或自己给出。</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Which curves are fitted: all sums of these terms.</source>
        <translation>拟合哪类曲线：这些项的所有和。</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Of the polynomial: 1 is a line, 2 a parabola.</source>
        <translation>多项式的次数：1 是直线，2 是抛物线。</translation>
    </message>
    <message>
        <source>Noise, %</source>
        <translation>噪声（%）</translation>
    </message>
    <message>
        <source>Standard deviation of the noise on drawn points, in percent of the curve&apos;s range.</source>
        <translation>抽取的点上噪声的标准差，占曲线取值范围的百分比。</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>How many points are drawn from the curve, at even steps.</source>
        <translation>从曲线上等距抽取多少个点。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Of the noise, the folds and the refits; the same seed gives the same.</source>
        <translation>用于噪声、分折和重新拟合；种子相同，结果相同。</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Into how many parts the points are cut, each held out once; as many as points: one by one.</source>
        <translation>把点分成几份，每份留出一次；与点数相同时逐个留出。</translation>
    </message>
    <message>
        <source>Held-out fold</source>
        <translation>留出的折</translation>
    </message>
    <message>
        <source>Fit without this part of the points, and see how far off they are; 0 is none.</source>
        <translation>不用这一份点来拟合，看看它们差多远；0 表示不留出。</translation>
    </message>
    <message>
        <source>Beyond the points, %</source>
        <translation>点之外（%）</translation>
    </message>
    <message>
        <source>How far past the points the curve is shown, in percent of their range.</source>
        <translation>曲线在点之外再画多远，占点的范围的百分比。</translation>
    </message>
    <message>
        <source>Refits</source>
        <translation>重新拟合</translation>
    </message>
    <message>
        <source>How the spread of 400 fits to other noise of the same size is shown.</source>
        <translation>换同样大小的噪声拟合 400 次，其离散程度怎样显示。</translation>
    </message>
    <message>
        <source>True curve</source>
        <translation>真实曲线</translation>
    </message>
    <message>
        <source>A known curve beside own points. Points that are drawn have theirs, unless it is hidden.</source>
        <translation>在自己的点旁边显示一条已知曲线。抽取的点显示自带的那条，除非隐藏。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>项</translation>
    </message>
    <message>
        <source>Each gets a coefficient: 1, x, sin(x), 1/x, exp(-x), x^2 …</source>
        <translation>每项一个系数：1, x, sin(x), 1/x, exp(-x), x^2 …</translation>
    </message>
    <message>
        <source>Predict at x =</source>
        <translation>预测 x =</translation>
    </message>
    <message>
        <source>Where the curve predicts y; empty: at the right end of the picture.</source>
        <translation>曲线在哪里预测 y；留空：在图的右端。</translation>
    </message>
    <message>
        <source>Own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>A point a line, x before y, as in a CSV file; or “1, 2; 3, 5”.</source>
        <translation>每行一个点，x 在 y 之前，如 CSV 文件；或“1, 2; 3, 5”。</translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>Pointer and marks of the presenter</source>
        <translation>演示者的指针和标记</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词语</translation>
    </message>
    <message>
        <source>No word or explanation has this in it. Try fewer letters.</source>
        <translation>没有词条或解释包含此内容。少输入几个字试试。</translation>
    </message>
    <message>
        <source>Words and what they mean</source>
        <translation>词语及其含义</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元（token）</translation>
    </message>
    <message>
        <source>The unit a language model reads and writes: a word, part of a word, a sign or a byte.</source>
        <translation>语言模型读写的最小单位：一个词、词的一部分、一个符号或一个字节。</translation>
    </message>
    <message>
        <source>“The cat sat.” is read as four tokens: The, ·cat, ·sat and the full stop.</source>
        <translation>“The cat sat.”读作四个词元：The、·cat、·sat 和句点。</translation>
    </message>
    <message>
        <source>token, tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>The fixed list of all tokens a model knows, each with a number.</source>
        <translation>模型认识的全部词元的固定列表，每个词元有一个编号。</translation>
    </message>
    <message>
        <source>That of the default model has 49,152 tokens, from single bytes to whole words such as “·because”.</source>
        <translation>默认模型的词表有 49,152 个词元，从单个字节到“·because”这样的整词。</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The text you give the model to continue.</source>
        <translation>你交给模型、让它接着写的文本。</translation>
    </message>
    <message>
        <source>“The best thing about AI is its ability to” is the prompt that Orrery begins with.</source>
        <translation>“The best thing about AI is its ability to”是 Orrery 启动时的提示词。</translation>
    </message>
    <message>
        <source>prompt, prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The place of a token in the text, counted from 0.</source>
        <translation>词元在文本中的序号，从 0 数起。</translation>
    </message>
    <message>
        <source>In “The cat sat.” the token “·sat” stands at position 2.</source>
        <translation>在“The cat sat.”中，词元“·sat”位于位置 2。</translation>
    </message>
    <message>
        <source>position, positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>The record of a prompt, the tokens generated after it, and what the model computed on the way.</source>
        <translation>一次提示词及其后生成的词元，连同模型中间计算结果的记录。</translation>
    </message>
    <message>
        <source>Saved with Ctrl+S it can be opened again later, and most views can be read from it without the model.</source>
        <translation>用 Ctrl+S 保存后可再次打开，多数视图不需要模型就能读取它。</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Another continuation that starts from the same earlier text.</source>
        <translation>从同一段前文出发的另一种续写。</translation>
    </message>
    <message>
        <source>Click another token in the list of next tokens: the text continues from there, and the earlier continuation stays in the view Branches.</source>
        <translation>在下一词元的列表中点击另一个词元：文本从那里继续，原来的续写留在“分支”视图中。</translation>
    </message>
    <message>
        <source>branch, branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>The line on the map through the tokens of a text, or their hidden states, in order; further paths show other texts, layers or interventions beside it.</source>
        <translation>地图上依次穿过一段文本各词元（或其隐藏状态）的线；旁边还可显示其他文本、其他层或其他干预的路径。</translation>
    </message>
    <message>
        <source>Each token of the text is one point of it, and the fan of next tokens begins at the last one.</source>
        <translation>文本的每个词元是路径上的一个点，下一词元的候选扇从最后一点展开。</translation>
    </message>
    <message>
        <source>path, paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>The score a model gives to a token before scores are turned into probabilities; only differences between logits matter.</source>
        <translation>模型在换算成概率之前给每个词元打的分；只有分数之间的差有意义。</translation>
    </message>
    <message>
        <source>Of two tokens whose logits differ by 1, one is e (about 2.7) times as likely as the other.</source>
        <translation>两个词元的 logit 相差 1 时，一个的可能性是另一个的 e（约 2.7）倍。</translation>
    </message>
    <message>
        <source>logit, logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>The formula that turns logits into positive probabilities that add up to 1.</source>
        <translation>把 logit 变成总和为 1 的正概率的公式。</translation>
    </message>
    <message>
        <source>Logits of 2, 1 and 0 become 67 %, 24 % and 9 %.</source>
        <translation>logit 为 2、1 和 0 时，概率为 67%、24% 和 9%。</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How likely the model holds a token to come next, from 0 to 100 %.</source>
        <translation>模型认为某个词元接下来出现的可能性，0 到 100%。</translation>
    </message>
    <message>
        <source>A token with 25 % comes once in four draws on average.</source>
        <translation>概率为 25% 的词元平均每抽四次出现一次。</translation>
    </message>
    <message>
        <source>probability, probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation>惊奇度</translation>
    </message>
    <message>
        <source>−log₂ of the probability of the token that came: 1 bit for 50 %, 10 bits for about 0.1 %.</source>
        <translation>实际出现的词元的概率取 −log₂：50% 为 1 比特，约 0.1% 为 10 比特。</translation>
    </message>
    <message>
        <source>A side of a coin has 1 bit, one of 1,024 equally likely tokens 10 bits.</source>
        <translation>硬币的一面为 1 比特，1,024 个等可能的词元之一为 10 比特。</translation>
    </message>
    <message>
        <source>surprisal, surprising</source>
        <translation>惊奇度,惊奇</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>The surprisal to be expected on average: how undecided the model is about the next token.</source>
        <translation>惊奇度的期望值：模型对下一个词元有多拿不定主意。</translation>
    </message>
    <message>
        <source>Four tokens with 25 % each have 2 bits, one with 100 % has 0 bits.</source>
        <translation>四个词元各占 25% 时熵为 2 比特，一个词元占 100% 时为 0 比特。</translation>
    </message>
    <message>
        <source>loss (cross-entropy)</source>
        <translation>损失（交叉熵）</translation>
    </message>
    <message>
        <source>The mean surprisal of a text&apos;s tokens; the lower, the better the model predicts it.</source>
        <translation>一段文本各词元惊奇度的平均值；越低说明模型预测得越好。</translation>
    </message>
    <message>
        <source>Where the tokens that came had 50 %, 25 % and 12.5 %, the loss is 2 bits per token.</source>
        <translation>实际出现的词元的概率为 50%、25% 和 12.5% 时，损失为每词元 2 比特。</translation>
    </message>
    <message>
        <source>loss, cross-entropy</source>
        <translation>损失,交叉熵</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n 元语法（n-gram）</translation>
    </message>
    <message>
        <source>n letters or words in a row; a table of n-grams holds how often each occurs, and so what may follow the first n − 1.</source>
        <translation>连续 n 个字母或单词；n 元语法的表记录每一种出现多少次，因此也记录前 n − 1 个之后可能是什么。</translation>
    </message>
    <message>
        <source>“qu” is an n-gram of two letters; in a table q is followed by hardly anything else.</source>
        <translation>“qu”是两个字母的 n 元语法；在表中 q 之后几乎没有别的字母。</translation>
    </message>
    <message>
        <source>n-gram, n-grams</source>
        <translation>n 元语法, n-gram</translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation>比特/字符</translation>
    </message>
    <message>
        <source>The surprisal of a text by its number of characters, so that letters, words and tokens compare.</source>
        <translation>一段文本的惊奇度除以它的字符数，这样字母、单词和词元就可以比较。</translation>
    </message>
    <message>
        <source>A table of six letters needs about 1.6 bits a character of a novel; one without any knowledge needs more than 6.</source>
        <translation>六个字母的表对小说的每个字符约需 1.6 比特；毫无所知时要 6 比特以上。</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>A measure, 0 or more, of how much one probability distribution differs from another; it is not symmetric.</source>
        <translation>衡量一个概率分布与另一个相差多少的量，不小于 0，且不对称。</translation>
    </message>
    <message>
        <source>From 50 % and 50 % to 25 % and 75 % it is 0.21 bits, the other way round 0.19 bits.</source>
        <translation>从 50%、50% 到 25%、75% 为 0.21 比特，反过来为 0.19 比特。</translation>
    </message>
    <message>
        <source>KL divergence, KL</source>
        <translation>KL 散度,KL</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>A number that divides the logits before drawing: below 1 sharpens the distribution, above 1 flattens it, 0 means always the most likely token.</source>
        <translation>抽样前用来除 logit 的数：小于 1 使分布更尖锐，大于 1 更平坦，0 表示总取最可能的词元。</translation>
    </message>
    <message>
        <source>67 %, 24 % and 9 % become 87 %, 12 % and 2 % at temperature 0.5.</source>
        <translation>67%、24% 和 9% 在温度 0.5 下变为 87%、12% 和 2%。</translation>
    </message>
    <message>
        <source>top-k / top-p / min-p</source>
        <translation>top-k / top-p / min-p</translation>
    </message>
    <message>
        <source>Rules that allow drawing only from the k most likely tokens, from the smallest group whose probabilities reach p, or from tokens at least a given fraction as likely as the top one.</source>
        <translation>抽样限制：只从最可能的 k 个词元、从累计概率达到 p 的最小集合、或从概率不低于首位某一比例的词元中抽取。</translation>
    </message>
    <message>
        <source>Of 50 %, 30 %, 15 % and 5 %, top-k 2 leaves the first two, top-p 0.9 the first three, and so does min-p 0.2.</source>
        <translation>概率为 50%、30%、15% 和 5% 时，top-k 2 留下前两个，top-p 0.9 留下前三个，min-p 0.2 也留下前三个。</translation>
    </message>
    <message>
        <source>top-k, top-p, min-p</source>
        <translation>top-k,top-p,min-p</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The number that starts the random generator, so that the same settings give the same draws.</source>
        <translation>启动随机数发生器的数；设置相同则抽样结果相同。</translation>
    </message>
    <message>
        <source>The same prompt with seed 7 gives the same text twice on one computer, and most likely another text with seed 8.</source>
        <translation>同一提示词用随机种子 7，在同一台计算机上两次得到相同的文本；用 8 则很可能得到另一段文本。</translation>
    </message>
    <message>
        <source>seed, seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>layer (block)</source>
        <translation>层（块）</translation>
    </message>
    <message>
        <source>One of the equal stages of a transformer: an attention part and an MLP, each adding to the residual stream.</source>
        <translation>Transformer 中结构相同的一级：含注意力和 MLP 两部分，各自把结果加到残差流上。</translation>
    </message>
    <message>
        <source>The default model has 30 layers, L0 to L29.</source>
        <translation>默认模型有 30 层，从 L0 到 L29。</translation>
    </message>
    <message>
        <source>layer, layers, block, blocks</source>
        <translation>各层,每层,每一层,一层,逐层,层数</translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>The running sum of vectors at each position that every layer reads from and adds to.</source>
        <translation>每个位置上不断累加的向量，每一层都从中读取并向其中相加。</translation>
    </message>
    <message>
        <source>In the default model it is 576 numbers at each position, from the input of layer 0 to the end of layer 29.</source>
        <translation>在默认模型中，从第 0 层的输入到第 29 层的末尾，每个位置有 576 个数。</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>The vector in the residual stream at one position after one layer.</source>
        <translation>某一层之后、某一位置上残差流中的向量。</translation>
    </message>
    <message>
        <source>Among the spaces of the map, “hidden states” shows one point for each token after the layer that is chosen.</source>
        <translation>在地图的各空间中，“隐藏状态”为每个词元显示其在所选层之后的一个点。</translation>
    </message>
    <message>
        <source>hidden state, hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>The vector a model looks up for a token; it is the same wherever the token stands.</source>
        <translation>模型为某个词元查表得到的向量，与它所在的位置无关。</translation>
    </message>
    <message>
        <source>“·bank” has the same one in a text on rivers and in one on money; only the layers tell the two apart.</source>
        <translation>“·bank”在讲河流的文本和讲钱的文本中嵌入相同；要靠各层才能把两者区分开。</translation>
    </message>
    <message>
        <source>token embedding, token embeddings, embedding, embeddings</source>
        <translation>词元嵌入,嵌入</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入（unembedding）</translation>
    </message>
    <message>
        <source>The matrix that turns the last hidden state into one logit for each token.</source>
        <translation>把最后的隐藏状态变成每个词元一个 logit 的矩阵。</translation>
    </message>
    <message>
        <source>In the default model it is the table of token embeddings, used a second time.</source>
        <translation>在默认模型中，它就是词元嵌入的表，再用一次。</translation>
    </message>
    <message>
        <source>unembedding, unembeddings</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>attention head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>A part of a layer that decides, for each token, from which earlier tokens to copy information, and what to copy.</source>
        <translation>层中的一个部件：为每个词元决定从前面哪些词元取信息、取什么信息。</translation>
    </message>
    <message>
        <source>The default model has 9 in each of its 30 layers, 270 in all; L5.H1 is head 1 of layer 5.</source>
        <translation>默认模型的 30 层每层有 9 个，共 270 个；L5.H1 是第 5 层的 1 号头。</translation>
    </message>
    <message>
        <source>attention head, attention heads, head, heads</source>
        <translation>注意力头,单个头,全部头</translation>
    </message>
    <message>
        <source>attention weights (pattern)</source>
        <translation>注意力权重（模式）</translation>
    </message>
    <message>
        <source>For each token, numbers from 0 to 1 that sum to 1 and say how strongly a head attends to each earlier token and itself.</source>
        <translation>对每个词元，一组 0 到 1、总和为 1 的数，表示该头关注自身和前面各词元的程度。</translation>
    </message>
    <message>
        <source>A row of 0.1, 0.7 and 0.2: most of what this head copies to the third token comes from the second.</source>
        <translation>一行为 0.1、0.7 和 0.2：这个头复制到第三个词元的内容大多来自第二个。</translation>
    </message>
    <message>
        <source>attention weights, attention pattern, attention, attends</source>
        <translation>注意力权重,注意力模式,注意力,关注</translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation>注意力汇聚点</translation>
    </message>
    <message>
        <source>A token, mostly the first, to which many heads give much of their attention although it says little.</source>
        <translation>许多头把大量注意力放在其上、本身却没什么信息的词元，多为第一个。</translation>
    </message>
    <message>
        <source>In the pictures of attention many heads have a bright first column and little else.</source>
        <translation>在注意力的图中，许多头只有第一列明亮，其余几乎没有。</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP（前馈网络）</translation>
    </message>
    <message>
        <source>The part of a layer that treats each position by itself: many neurons read the state, and their outputs are added back.</source>
        <translation>层中对每个位置单独处理的部分：许多神经元读取状态，再把输出加回去。</translation>
    </message>
    <message>
        <source>That of the default model has 1,536 neurons in each layer.</source>
        <translation>默认模型每层的 MLP 有 1,536 个神经元。</translation>
    </message>
    <message>
        <source>MLP, MLPs</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>One unit of an MLP: it has an activation and adds its output vector times that activation to the residual stream.</source>
        <translation>MLP 的一个单元：有一个激活值，并把输出向量乘以激活值加到残差流。</translation>
    </message>
    <message>
        <source>L10.N100 is neuron 100 of layer 10; its sliders in Interventions turn it off, down or up.</source>
        <translation>L10.N100 是第 10 层的 100 号神经元；“干预”中的滑块可把它关闭、调低或调高。</translation>
    </message>
    <message>
        <source>neuron, neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>The number (or vector) a component computes for a given text.</source>
        <translation>组件针对某段文本算出的数（或向量）。</translation>
    </message>
    <message>
        <source>In Neuron details the text is shaded by one neuron&apos;s activation at each token.</source>
        <translation>在“神经元详情”中，文本按一个神经元在各词元上的激活值着色。</translation>
    </message>
    <message>
        <source>activation, activations, active</source>
        <translation>激活值,激活,活跃</translation>
    </message>
    <message>
        <source>massive activation</source>
        <translation>巨量激活</translation>
    </message>
    <message>
        <source>An activation or state far larger than all others, typically at the first token.</source>
        <translation>远大于其他值的激活或状态，通常出现在首个词元上。</translation>
    </message>
    <message>
        <source>At the end of layer 15 of the default model the first token&apos;s hidden state is more than 100 times as long as most others.</source>
        <translation>在默认模型的第 15 层之后，首个词元的隐藏状态的长度是大多数其他状态的 100 倍以上。</translation>
    </message>
    <message>
        <source>massive activation, massive activations</source>
        <translation>巨量激活</translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation>logit 透镜</translation>
    </message>
    <message>
        <source>Applying the model&apos;s final norm and unembedding to a middle layer&apos;s state, to read what it would predict there.</source>
        <translation>把模型的末层归一化和解嵌入用于中间层状态，看它在那里会预测什么。</translation>
    </message>
    <message>
        <source>In its view read a column from the first layer to the last: where does the final prediction first appear?</source>
        <translation>在它的视图中，从第一层到最后一层读一列：最终预测最早在哪里出现？</translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>Splitting a logit into the amounts that each component added to it directly; effects through later components are not counted.</source>
        <translation>把一个 logit 拆成各组件直接加上的量；不计经由后续组件的间接作用。</translation>
    </message>
    <message>
        <source>A logit of 12 may be 3 from attention, 7 from the MLPs and 2 from the embedding: the parts sum to the whole.</source>
        <translation>一个为 12 的 logit 可能有 3 来自注意力、7 来自各 MLP、2 来自嵌入：各部分之和等于整体。</translation>
    </message>
    <message>
        <source>logit difference</source>
        <translation>logit 差</translation>
    </message>
    <message>
        <source>The logit of one answer minus that of another; positive means the model prefers the first.</source>
        <translation>一个答案的 logit 减去另一个的；为正表示模型更偏向前者。</translation>
    </message>
    <message>
        <source>Mary 15 and John 12: the difference is 3, so Mary is e³, about 20 times, as likely.</source>
        <translation>Mary 为 15、John 为 12：差为 3，因此 Mary 的可能性是 e³ 倍，约 20 倍。</translation>
    </message>
    <message>
        <source>IOI</source>
        <translation>间接宾语识别（IOI）</translation>
    </message>
    <message>
        <source>Indirect object identification: the task of naming Mary after “When Mary and John went to the store, John gave a drink to”.</source>
        <translation>一项任务：在“When Mary and John went to the store, John gave a drink to”之后说出 Mary。</translation>
    </message>
    <message>
        <source>Let Mary give the drink instead of John, and the answer to be expected is John.</source>
        <translation>若改由 Mary 而不是 John 给出饮料，预期的答案就是 John。</translation>
    </message>
    <message>
        <source>IOI, indirect object identification</source>
        <translation>IOI,间接宾语识别</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>Switching a component off (output set to zero or to its mean) and measuring what changes.</source>
        <translation>关闭一个组件（输出置零或换成均值），再测量有何变化。</translation>
    </message>
    <message>
        <source>Put L5.H1 on the list of interventions with scale 0 and compare the next token with the original model&apos;s.</source>
        <translation>把 L5.H1 以缩放倍数 0 加入干预列表，将下一词元与原始模型的比较。</translation>
    </message>
    <message>
        <source>ablation, switch off, switches it off, switched off, switching off</source>
        <translation>消融,关闭</translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>Putting activations from one prompt into a run on another, to find which of them carry the difference between the answers.</source>
        <translation>把一个提示词的激活放进另一个提示词的运行中，找出哪些激活造成答案的差别。</translation>
    </message>
    <message>
        <source>Copy a hidden state from “Paris is the capital of” into “Rome is the capital of”: where does the answer turn to France?</source>
        <translation>把“Paris is the capital of”的一个隐藏状态复制到“Rome is the capital of”中：在哪里答案变成 France？</translation>
    </message>
    <message>
        <source>activation patching, patching</source>
        <translation>激活修补,修补</translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation>因果追踪</translation>
    </message>
    <message>
        <source>Spoiling the subject&apos;s embeddings with noise, then restoring single states, to find where they bring a fact back.</source>
        <translation>先用噪声破坏主语的嵌入，再逐处恢复状态，看在哪里恢复能找回事实。</translation>
    </message>
    <message>
        <source>Spoil the name of a tower with noise and restore one state at a time: where is its city named again?</source>
        <translation>用噪声破坏一座塔的名字，每次恢复一个状态：在哪里又说出它所在的城市？</translation>
    </message>
    <message>
        <source>attribution (gradient × activation)</source>
        <translation>归因（梯度×激活值）</translation>
    </message>
    <message>
        <source>A fast estimate of what switching off each component would do, from one forward and one backward pass; it can be wrong where the model is not linear.</source>
        <translation>用一次前向和一次反向传播快速估计关闭各组件的后果；模型非线性强时可能不准。</translation>
    </message>
    <message>
        <source>In Find components the column “estimated” is made so, and “measured” beside it by switching off for real.</source>
        <translation>“查找组件”中的“估计值”一列就是这样得出的，旁边的“实测值”则来自真正的关闭。</translation>
    </message>
    <message>
        <source>gradient × activation, attribution</source>
        <translation>梯度 × 激活值,梯度×激活值,归因</translation>
    </message>
    <message>
        <source>induction head</source>
        <translation>归纳头</translation>
    </message>
    <message>
        <source>A head that, where a token occurred before, attends to what followed it, so that the model repeats it.</source>
        <translation>当某词元先前出现过时，关注它当时后面的词元，从而使模型重复它的头。</translation>
    </message>
    <message>
        <source>After “cat dog sun cat dog” it makes “sun” likely.</source>
        <translation>在“cat dog sun cat dog”之后，它使“sun”变得可能。</translation>
    </message>
    <message>
        <source>induction head, induction heads, induction</source>
        <translation>归纳头,归纳</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>A linear formula fitted to read a quantity from hidden states; success shows the quantity is present, not that the model uses it.</source>
        <translation>为从隐藏状态读出某个量而拟合的线性公式；读得出说明信息存在，不说明模型在使用它。</translation>
    </message>
    <message>
        <source>In Brackets: depth probe one reads the number of open brackets from the hidden states.</source>
        <translation>“括号：深度探针”中的探针从隐藏状态读出未闭合的括号数。</translation>
    </message>
    <message>
        <source>linear probe, linear probes, probe, probes</source>
        <translation>线性探针,探针</translation>
    </message>
    <message>
        <source>neural net</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Layers of neurons: each adds up what comes in times its weights, adds a bias, and passes the sum through an activation function.</source>
        <translation>由神经元组成的各层：每个神经元把输入乘以权重后相加，加上偏置，再通过激活函数。</translation>
    </message>
    <message>
        <source>In Playground: a neural net every line is a weight, and each neuron shows what it answers over the plane.</source>
        <translation>在“游乐场：神经网络”中，每条线是一个权重，每个神经元显示它在平面上的输出。</translation>
    </message>
    <message>
        <source>neural net, neural nets, neural network, neural networks</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>What a neuron does to its sum before it passes it on: tanh and sigmoid flatten large values, ReLU cuts off those below 0.</source>
        <translation>神经元把自己的和传下去之前所做的变换：tanh 和 sigmoid 压平大的值，ReLU 截去低于 0 的值。</translation>
    </message>
    <message>
        <source>Without it any number of layers would be no more than one: in Playground choose linear, and no border bends.</source>
        <translation>没有它，再多的层也只相当于一层：在游乐场中选“线性”，就没有边界会弯曲。</translation>
    </message>
    <message>
        <source>activation function, ReLU, tanh, sigmoid</source>
        <translation>激活函数, ReLU, tanh, sigmoid</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How much the loss would change with each weight; training moves all weights a little against it.</source>
        <translation>损失随每个权重变化的程度；训练把所有权重都朝相反方向移动一点。</translation>
    </message>
    <message>
        <source>In Playground its size is drawn for each layer: it shrinks as the loss comes to rest.</source>
        <translation>游乐场画出每一层的梯度大小：损失趋于平稳时它会变小。</translation>
    </message>
    <message>
        <source>gradient, gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the weights move along the gradient in one step; too large a rate makes the loss grow until the numbers end.</source>
        <translation>权重在一步中沿梯度移动多远；学习率太大时，损失会一直增大，直到数值溢出。</translation>
    </message>
    <message>
        <source>Write 1e9 into “Learning rate” in Playground: the training stops and says at which step.</source>
        <translation>在游乐场的“学习率”中写 1e9：训练会停止，并说明在哪一步。</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Training by small steps: every weight is turned a little in the direction in which the loss falls most.</source>
        <translation>一小步一小步的训练：每个权重都朝损失下降最多的方向拧动一点。</translation>
    </message>
    <message>
        <source>In “From scratch” the loss landscape shows the path of such steps as a ball that rolls downhill.</source>
        <translation>在“从零开始”中，损失地形把这样的步子画成一条路径，像一个球滚下山坡。</translation>
    </message>
    <message>
        <source>gradient descent, descent, descents</source>
        <translation>梯度下降、下降</translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation>局部极小值</translation>
    </message>
    <message>
        <source>Weights from which every small step raises the loss, although other weights, farther off, have a lower one.</source>
        <translation>这样一组权重：从它出发的每一小步都使损失升高，尽管更远处有损失更低的权重。</translation>
    </message>
    <message>
        <source>Of eight descents over two weights seven can reach a loss of 0.04, and one stay in a valley at 0.61.</source>
        <translation>两个权重上的八条下降，可能有七条到达 0.04 的损失，而一条停在 0.61 的谷底。</translation>
    </message>
    <message>
        <source>local minimum, local minima, minimum, minima</source>
        <translation>局部极小值、极小值</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘法</translation>
    </message>
    <message>
        <source>Choosing a curve so that the squares of its distances from the points have the least sum.</source>
        <translation>选取曲线，使各点到它的距离的平方和最小。</translation>
    </message>
    <message>
        <source>In Fitting a curve, a point that is dragged away pulls the line after it, the farther the more.</source>
        <translation>在“曲线拟合”中，把一个点拖开，直线就被它拉过去，拖得越远拉得越多。</translation>
    </message>
    <message>
        <source>least squares, residual, residuals</source>
        <translation>最小二乘法, 最小二乘, 残差</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Learning the chance of the examples besides the rule: right on what was seen, worse on what was not.</source>
        <translation>除了规律，把例子中的偶然也学了进去：见过的都对，没见过的更差。</translation>
    </message>
    <message>
        <source>In Fitting a curve, degree 7 goes through all eight points and is far off beside them.</source>
        <translation>在“曲线拟合”中，7 次多项式经过全部八个点，而在点的旁边差得很远。</translation>
    </message>
    <message>
        <source>cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Holding out one part of the data after the other, and measuring the error on the part held out.</source>
        <translation>依次留出数据的每一部分，在留出的部分上测量误差。</translation>
    </message>
    <message>
        <source>In Fitting a curve, the chart on the right shows that error for each degree, with its standard error.</source>
        <translation>在“曲线拟合”中，右边的图显示每个次数的这一误差及其标准误。</translation>
    </message>
    <message>
        <source>cross-validation, held-out points, folds</source>
        <translation>交叉验证, 留出的点, 折数</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>自助法</translation>
    </message>
    <message>
        <source>Fitting again to data drawn from one&apos;s own, to see how far a result hangs on chance.</source>
        <translation>从自己的数据中重新抽取数据再拟合，看结果有多少取决于偶然。</translation>
    </message>
    <message>
        <source>In Fitting a curve, the band holds 90 % of 400 curves fitted to noise drawn again.</source>
        <translation>在“曲线拟合”中，色带包含对重新抽取的噪声拟合的 400 条曲线中的 90%。</translation>
    </message>
    <message>
        <source>bootstrap, refits</source>
        <translation>自助法, 重新拟合</translation>
    </message>
    <message>
        <source>superposition</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>More features than dimensions in one vector: their directions are not at right angles, so each disturbs others a little.</source>
        <translation>一个向量中的特征多于维数：它们的方向不互相垂直，因此彼此略有干扰。</translation>
    </message>
    <message>
        <source>Five rare features stand in a plane as a pentagon: reading one brings in a little of the other four.</source>
        <translation>五个稀少的特征在平面上排成五边形：读出一个时会带上一点其余四个。</translation>
    </message>
    <message>
        <source>superposition, superposed</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>How seldom a feature is there: 1 less its density, the share of examples in which it is not 0.</source>
        <translation>特征有多稀少：1 减去密度，密度即该特征不为 0 的样本比例。</translation>
    </message>
    <message>
        <source>At density 0.1 a feature is there in one example of ten; its sparsity is 0.9.</source>
        <translation>密度为 0.1 时，特征在十个样本中出现一次；稀疏度为 0.9。</translation>
    </message>
    <message>
        <source>sparsity, sparse, density</source>
        <translation>稀疏度, 稀疏, 密度</translation>
    </message>
    <message>
        <source>dimensionality of a feature</source>
        <translation>特征的维度占有率</translation>
    </message>
    <message>
        <source>The share D of a dimension that a feature has to itself; 1 where no other shares its direction.</source>
        <translation>一个特征独自占有的维度比例 D；没有其他特征共用其方向时为 1。</translation>
    </message>
    <message>
        <source>In an antipodal pair D is 1/2, in a pentagon 2/5 for each feature.</source>
        <translation>对跖对中每个特征的 D 为 1/2，五边形中为 2/5。</translation>
    </message>
    <message>
        <source>dimensionality</source>
        <translation>维度占有率</translation>
    </message>
    <message>
        <source>PCA / UMAP / t-SNE / PaCMAP</source>
        <translation>PCA / UMAP / t-SNE / PaCMAP</translation>
    </message>
    <message>
        <source>Ways to lay out vectors in 2 or 3 dimensions: PCA keeps the directions of largest variance; UMAP, t-SNE and PaCMAP try to keep near neighbours together.</source>
        <translation>把高维向量排到二维或三维的几种方法：PCA 保留方差最大的方向，UMAP、t-SNE 和 PaCMAP 尽量让近邻仍在一起。</translation>
    </message>
    <message>
        <source>The list of layouts on the map changes between them, and the points move over.</source>
        <translation>地图上的布局列表可在它们之间切换，各点随之移动。</translation>
    </message>
    <message>
        <source>PCA, UMAP, t-SNE, PaCMAP</source>
        <translation>PCA,UMAP,t-SNE,PaCMAP</translation>
    </message>
    <message>
        <source>neighbours kept</source>
        <translation>邻居保持率</translation>
    </message>
    <message>
        <source>How many of a point&apos;s 15 nearest vectors in all dimensions are among its 50 nearest on the map; it tells how far to trust the map.</source>
        <translation>一个点在全部维度中最近的 15 个向量，有多少仍在地图上最近的 50 个之内；说明地图有多可信。</translation>
    </message>
    <message>
        <source>30 % means that of a point&apos;s 15 true neighbours four or five are near it on the map.</source>
        <translation>30% 表示一个点的 15 个真实近邻中有四五个在地图上离它近。</translation>
    </message>
    <message>
        <source>neighbours kept, neighbours</source>
        <translation>邻居保持率,邻居,近邻</translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>Each number replaced by the mean of those around it; it makes soft patterns even of numbers drawn by lot.</source>
        <translation>用周围各数的平均值代替每个数；即使是随机抽取的数，也会因此出现柔和的图案。</translation>
    </message>
    <message>
        <source>In Weights as pictures averages of 64 × 64 weights stand beside those of the same weights shuffled.</source>
        <translation>在“权重图像”中，64 × 64 个权重的平均值与打乱后的同样权重的平均值并列显示。</translation>
    </message>
    <message>
        <source>moving average, moving averages</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>singular value</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>How strongly a matrix stretches one of its own directions, each at right angles to the others; the largest is the most it stretches anything.</source>
        <translation>矩阵把它自身的某个方向拉伸多少倍，这些方向彼此垂直；最大的奇异值就是它对任何向量的最大拉伸。</translation>
    </message>
    <message>
        <source>A matrix of rank 1 has one that is not 0; one of random numbers has many of nearly equal size.</source>
        <translation>秩为 1 的矩阵只有一个不为 0；随机数矩阵有许多大小相近的奇异值。</translation>
    </message>
    <message>
        <source>singular value, singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>In how many directions a matrix works, small ones counting little: exp of the entropy of its singular values divided by their sum.</source>
        <translation>矩阵在多少个方向上起作用，小的方向计得少：奇异值除以其总和后的熵的 exp。</translation>
    </message>
    <message>
        <source>Of ten equal singular values it is 10, of one large and nine tiny ones about 1.</source>
        <translation>十个相等的奇异值时为 10；一个很大、九个极小时约为 1。</translation>
    </message>
    <message>
        <source>excess kurtosis</source>
        <translation>超额峰度</translation>
    </message>
    <message>
        <source>How heavy the tails of a distribution are: 0 of a normal one, more where numbers far out are more frequent.</source>
        <translation>分布的尾部有多重：正态分布为 0，远离中心的数越多则越大。</translation>
    </message>
    <message>
        <source>The weights of one matrix may have 1.6: far more large ones than a normal has.</source>
        <translation>某个矩阵的权重可能为 1.6：大的权重远比正态分布多。</translation>
    </message>
    <message>
        <source>excess kurtosis, kurtosis</source>
        <translation>超额峰度,峰度</translation>
    </message>
</context>
<context>
    <name>HeadModel</name>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
</context>
<context>
    <name>HeadScoresView</name>
    <message>
        <source>random tokens said twice</source>
        <translation>出现两遍的随机词元</translation>
    </message>
    <message>
        <source>the text on screen</source>
        <translation>屏幕上的文本</translation>
    </message>
    <message>
        <source>Head types</source>
        <translation>注意力头类型</translation>
    </message>
    <message>
        <source>Induction, previous-token, duplicate-token …</source>
        <translation>归纳、前一词元、重复词元…</translation>
    </message>
    <message>
        <source>induction heads</source>
        <translation>归纳头</translation>
    </message>
    <message>
        <source>previous token head</source>
        <translation>前一词元头</translation>
    </message>
    <message>
        <source>duplicate token head</source>
        <translation>重复词元头</translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation>注意力汇聚点</translation>
    </message>
    <message>
        <source>head scores</source>
        <translation>注意力头得分</translation>
    </message>
    <message>
        <source>repeated random tokens</source>
        <translation>重复的随机词元</translation>
    </message>
    <message>
        <source>Scores every head for five simple habits, for example attending to the previous token or copying what followed last time.</source>
        <translation>按五种简单的习惯给每个头打分，例如关注前一词元，或复制上次跟在后面的词元。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>What the heads are coloured by.</source>
        <translation>各头按哪种得分着色。</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量文本</translation>
    </message>
    <message>
        <source>The text that the scores are measured on.</source>
        <translation>用哪段文本测量得分。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the random tokens.</source>
        <translation>随机词元的种子。</translation>
    </message>
    <message>
        <source>Show the strongest induction head</source>
        <translation>显示最强的归纳头</translation>
    </message>
    <message>
        <source>fraction of attention</source>
        <translation>注意力占比</translation>
    </message>
    <message>
        <source>threshold {at}</source>
        <translation>阈值 {at}</translation>
    </message>
    <message numerus="yes">
        <source>on the text on screen, means over {n} position(s)</source>
        <translation>
            <numerusform>屏幕上的文本，{n} 个位置的平均值</numerusform>
        </translation>
    </message>
    <message>
        <source>on {n} sequences of {length} random tokens, repeated once, seed {seed}</source>
        <translation>{n} 个序列（{length} 个随机词元，重复一次），随机种子 {seed}</translation>
    </message>
    <message>
        <source>Load a model to see the types of its heads.</source>
        <translation>加载模型后可查看其各头的类型。</translation>
    </message>
    <message>
        <source>There is no stored attention on this text to score. Type a prompt and press play.</source>
        <translation>这段文本没有可供打分的已存注意力。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>Scoring every head on repeated random tokens. This needs the model and takes a few seconds.</source>
        <translation>正在用重复的随机词元给每个头打分。这需要模型，约需几秒。</translation>
    </message>
    <message>
        <source>Nothing repeats in this text, so this score is not defined on it.</source>
        <translation>这段文本中没有重复，因此该得分在其上无定义。</translation>
    </message>
    <message>
        <source>{count} of {all} heads score {at} or more (outlined)</source>
        <translation>{all} 个头中有 {count} 个得分不低于 {at}（带边框）</translation>
    </message>
</context>
<context>
    <name>HeadTableView</name>
    <message>
        <source>Head table</source>
        <translation>注意力头得分表</translation>
    </message>
    <message>
        <source>Scores of every head on this text</source>
        <translation>每个头在这段文本上的得分</translation>
    </message>
    <message>
        <source>head scores</source>
        <translation>注意力头得分</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>attention distance</source>
        <translation>注意力距离</translation>
    </message>
    <message>
        <source>sortable</source>
        <translation>可排序</translation>
    </message>
    <message>
        <source>attention entropy</source>
        <translation>注意力熵</translation>
    </message>
    <message>
        <source>Every head in one sortable table: scores, entropy and mean distance of its attention on the text on screen.</source>
        <translation>所有头列在一张可排序的表中：屏幕上文本的得分、注意力的熵和平均距离。</translation>
    </message>
    <message>
        <source>Scores of every head</source>
        <translation>每个头的得分</translation>
    </message>
    <message>
        <source>No attention to score yet. Type a prompt and press play.</source>
        <translation>还没有可供打分的注意力。输入提示词，然后点击播放。</translation>
    </message>
    <message numerus="yes">
        <source>Means over {n} position(s) of the text on screen. Entropy in bits, distance in tokens, the rest as fractions of the attention.</source>
        <translation>
            <numerusform>屏幕上的文本 {n} 个位置的平均值。熵以比特计，距离以词元计，其余为注意力占比。</numerusform>
        </translation>
    </message>
    <message>
        <source>{score}: {head}</source>
        <translation>{score}：{head}</translation>
    </message>
    <message>
        <source>Largest in each column: {list}</source>
        <translation>各列最大值：{list}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一个主题</translation>
    </message>
    <message>
        <source>Workspace {title}</source>
        <translation>工作区“{title}”</translation>
    </message>
    <message>
        <source>Find a command…  Ctrl+K</source>
        <translation>查找命令…  Ctrl+K</translation>
    </message>
</context>
<context>
    <name>HelloBye</name>
    <message>
        <source>Bar: probability that the word is repeated. Line at the switch: probability of the token that follows. Below: the most likely next token, ↻ where that is the repetition.</source>
        <translation>条形：重复该词的概率。转换处的线：实际后续词元的概率。下方：最可能的下一词元，若即为重复则标 ↻。</translation>
    </message>
    <message>
        <source>No model is loaded yet. Choose one, and the words are run through it at once.</source>
        <translation>尚未加载模型。选择一个后，这些词会立即送入模型运行。</translation>
    </message>
    <message>
        <source>The words are run through the model when generation pauses.</source>
        <translation>生成暂停后再将这些词送入模型运行。</translation>
    </message>
    <message>
        <source>This run is not one word said several times and then another. With its model loaded, the words above are run through it.</source>
        <translation>此运行记录不是一个词重复多次再换另一个词。加载其模型后，将运行上面的词。</translation>
    </message>
    <message>
        <source>The words are being run through the model.</source>
        <translation>正在将这些词送入模型运行。</translation>
    </message>
    <message>
        <source>two {word} have cosine similarity {value}</source>
        <translation>两个{word}的余弦相似度为 {value}</translation>
    </message>
    <message>
        <source>two {word} {value}</source>
        <translation>两个{word}为 {value}</translation>
    </message>
    <message>
        <source>one of each {value}</source>
        <translation>两词各一个为 {value}</translation>
    </message>
    <message>
        <source>“{word}” is {n} tokens here ({pieces})</source>
        <translation>“{word}”在这里是 {n} 个词元（{pieces}）</translation>
    </message>
    <message>
        <source>A run file does not hold the model&apos;s token embeddings. Load the model to see them here.</source>
        <translation>运行记录文件不含模型的词元嵌入。加载该模型后可在此查看。</translation>
    </message>
    <message>
        <source>{n} columns, but only {d} different ones: a token has the same embedding at every position, so repetition is a band.</source>
        <translation>{n} 列，但只有 {d} 列互不相同：同一词元在任何位置的嵌入都相同，所以重复表现为一条带。</translation>
    </message>
    <message>
        <source>{n} columns, all different: no token occurs twice.</source>
        <translation>{n} 列，全不相同：没有词元出现两次。</translation>
    </message>
    <message>
        <source>At their last tokens the two words have cosine similarity {c}.</source>
        <translation>在各自的最后一个词元上，两个词的余弦相似度为 {c}。</translation>
    </message>
    <message>
        <source>The two words have cosine similarity {c}.</source>
        <translation>两个词的余弦相似度为 {c}。</translation>
    </message>
    <message>
        <source>This model learned a vector for each position; a run file does not hold it.</source>
        <translation>此模型为每个位置学习了一个向量；运行记录文件不含这些向量。</translation>
    </message>
    <message>
        <source>No positional encoding was found before this model&apos;s first layer.</source>
        <translation>在此模型的第一层之前没有找到位置编码。</translation>
    </message>
    <message>
        <source>A vector for each position, whatever token stands there: {d} different ones for {n} positions.</source>
        <translation>每个位置一个向量，与该处的词元无关：{n} 个位置有 {d} 个不同的向量。</translation>
    </message>
    <message>
        <source>Cosine similarity side by side {near}, {far} or more apart {distant}.</source>
        <translation>余弦相似度：相邻位置为 {near}，相隔 {far} 个及以上为 {distant}。</translation>
    </message>
    <message>
        <source>This model has no position vectors: attention rotates queries and keys, pair by pair (RoPE).</source>
        <translation>此模型没有位置向量：注意力逐对旋转查询和键（RoPE）。</translation>
    </message>
    <message>
        <source>The fastest pair rotates {fast}° per token, the slowest {slow}°. Averaged over the pairs, a query and an equal key {n} positions apart keep {kept} of their product.</source>
        <translation>转得最快的维度对每个词元旋转 {fast}°，最慢的旋转 {slow}°。对所有维度对取平均，查询与相距 {n} 个位置的相同的键，其乘积保留 {kept}。</translation>
    </message>
    <message>
        <source>This model has no position vectors: attention subtracts a little for every token of distance (ALiBi).</source>
        <translation>此模型没有位置向量：每隔一个词元，注意力就减去一点（ALiBi）。</translation>
    </message>
    <message>
        <source>Head {steep} loses most ({a} per token), head {flat} least ({b}).</source>
        <translation>头 {steep} 减得最多（每个词元 {a}），头 {flat} 减得最少（{b}）。</translation>
    </message>
    <message>
        <source>The hidden states were not recorded in this run.</source>
        <translation>此运行记录没有保存隐藏状态。</translation>
    </message>
    <message>
        <source>The sum of the two pictures above (they differ by {x} at most).</source>
        <translation>上面两幅图之和（至多相差 {x}）。</translation>
    </message>
    <message>
        <source>Exactly the sum of the two pictures above.</source>
        <translation>恰为上面两幅图之和。</translation>
    </message>
    <message>
        <source>Exactly the token embeddings: position has not entered yet.</source>
        <translation>恰为词元嵌入：位置信息尚未加入。</translation>
    </message>
    <message>
        <source>The token embeddings times {s} (they differ by {x} at most): position has not entered yet.</source>
        <translation>词元嵌入乘以 {s}（至多相差 {x}）：位置信息尚未加入。</translation>
    </message>
    <message>
        <source>Not simply the pictures above: the model does more to them before its first layer.</source>
        <translation>不只是上面的图：模型在第一层之前还做了其他处理。</translation>
    </message>
    <message>
        <source>The input of the first layer, as the run recorded it.</source>
        <translation>运行记录中第一层的输入。</translation>
    </message>
    <message>
        <source>One component of {d}, number {c}, makes up {s} of the squared norm.</source>
        <translation>{d} 个分量中的一个（编号 {c}）占范数平方的 {s}。</translation>
    </message>
    <message>
        <source>{d} different columns now.</source>
        <translation>现在有 {d} 个不同的列。</translation>
    </message>
    <message>
        <source>value ({share} within)</source>
        <translation>值（{share} 在色标内）</translation>
    </message>
    <message>
        <source>From token 1 on, {share} of the values lie within the colour scale; the largest of all is {v} (component {c}, token {t}).</source>
        <translation>从词元 1 起，{share} 的值在色标之内；其中绝对值最大的是 {v}（分量 {c}，词元 {t}）。</translation>
    </message>
    <message>
        <source>After {n} × {word}, another one has probability {p}.</source>
        <translation>{n} × {word}之后，再出现一个的概率为 {p}。</translation>
    </message>
    <message>
        <source>The probability of another {word} stays below one half: at most {p}, after {n}.</source>
        <translation>再出现一个{word}的概率始终低于一半：最高为 {p}，在 {n} 个之后。</translation>
    </message>
    <message>
        <source>The probability of {other} next is {p}.</source>
        <translation>接下来出现{other}的概率为 {p}。</translation>
    </message>
    <message>
        <source>After the first {other}: most likely {token} ({p}); {other} again {q}.</source>
        <translation>第一个{other}之后：最可能的是{token}（{p}）；再次出现{other}的概率为 {q}。</translation>
    </message>
    <message>
        <source>Its probability is {p} after {n} × {other}.</source>
        <translation>{n} × {other}之后，其概率为 {p}。</translation>
    </message>
    <message>
        <source>Attention was not recorded in this run.</source>
        <translation>此运行记录没有保存注意力。</translation>
    </message>
    <message>
        <source>In layer {layer}, {n} of {h} heads spend over half of their attention on the first token.</source>
        <translation>第 {layer} 层的 {h} 个头中，有 {n} 个把一半以上的注意力放在首个词元上。</translation>
    </message>
    <message>
        <source>Most to the previous token: {head} ({p}).</source>
        <translation>最关注前一词元的是 {head}（{p}）。</translation>
    </message>
    <message>
        <source>Most to what followed this token earlier: {head} ({p}).</source>
        <translation>最关注该词元先前出现时的后续词元的是 {head}（{p}）。</translation>
    </message>
    <message>
        <source>This model has a single layer.</source>
        <translation>此模型只有一层。</translation>
    </message>
    <message>
        <source>On the first token it spends least in layer {a} ({p}) and most in layer {b} ({q}).</source>
        <translation>它对首个词元的关注在第 {a} 层最少（{p}），在第 {b} 层最多（{q}）。</translation>
    </message>
    <message>
        <source>On what followed this token earlier: most in layer {c} ({r}).</source>
        <translation>对该词元先前出现时的后续词元：在第 {c} 层最多（{r}）。</translation>
    </message>
    <message>
        <source>After L{layer}, {alike}.</source>
        <translation>L{layer} 之后，{alike}。</translation>
    </message>
    <message>
        <source>The two words are most distinct {far} (by {a}), least {near} (by {b}).</source>
        <translation>两个词的差异：{far}最大（相差 {a}），{near}最小（相差 {b}）。</translation>
    </message>
    <message>
        <source>{n} tokens, {p} points: a token has one point on this map, so the path stands still while it is repeated.</source>
        <translation>{n} 个词元，{p} 个点：一个词元在这张地图上只有一个点，所以重复时路径停在原处。</translation>
    </message>
    <message>
        <source>{n} tokens, each at a point of its own.</source>
        <translation>{n} 个词元，各有自己的点。</translation>
    </message>
    <message>
        <source>The jump into {word} is {p} of the map&apos;s width.</source>
        <translation>跳到{word}的一步为地图宽度的 {p}。</translation>
    </message>
    <message>
        <source>On this map of hidden states the path mostly stands still; it jumps into {word}.</source>
        <translation>在这张隐藏状态地图上，路径大多停在原处，到{word}时才跳开。</translation>
    </message>
    <message>
        <source>On this map of hidden states the jump into {word} is {x} times the usual one.</source>
        <translation>在这张隐藏状态地图上，跳到{word}的一步是通常步长的 {x} 倍。</translation>
    </message>
    <message>
        <source>Too few tokens to lay their hidden states out in a plane.</source>
        <translation>词元太少，无法把隐藏状态布局到一个平面上。</translation>
    </message>
    <message>
        <source>The states after L{layer} in the plane in which they differ most ({p} of their variance).</source>
        <translation>L{layer} 之后的状态，在其差异最大的平面上（占方差的 {p}）。</translation>
    </message>
    <message>
        <source>The jump into {word} is {x} times the usual one.</source>
        <translation>跳到{word}的一步是通常步长的 {x} 倍。</translation>
    </message>
    <message>
        <source>The model ends the text at once.</source>
        <translation>模型立即结束了文本。</translation>
    </message>
    <message>
        <source>It keeps saying {word}: all {n} generated tokens repeat it.</source>
        <translation>它一直在说{word}：生成的 {n} 个词元全是重复。</translation>
    </message>
    <message>
        <source>It says {word} {w} times more, then “{token}”.</source>
        <translation>它又说了 {w} 次{word}，然后是“{token}”。</translation>
    </message>
    <message>
        <source>It does not say {word} again: its next token is “{token}”.</source>
        <translation>它没有再说{word}：下一个词元是“{token}”。</translation>
    </message>
    <message>
        <source>Entropy was {a} bits at the sequence&apos;s end and is {b} on average in what it generates.</source>
        <translation>熵在序列末尾为 {a} 比特，在生成部分平均为 {b} 比特。</translation>
    </message>
    <message>
        <source>Induction activity: {a} on average in the sequence, {b} afterwards.</source>
        <translation>归纳活跃度：序列中平均 {a}，之后 {b}。</translation>
    </message>
    <message>
        <source>There it ended the text by itself.</source>
        <translation>到此模型自行结束了文本。</translation>
    </message>
    <message>
        <source>the word is repeated {p}, entropy {h} bits</source>
        <translation>重复该词的概率 {p}，熵 {h} 比特</translation>
    </message>
    <message>
        <source>most likely {token} {p}</source>
        <translation>最可能：{token}，{p}</translation>
    </message>
    <message>
        <source>the token that follows {p}</source>
        <translation>实际的后续词元 {p}</translation>
    </message>
    <message>
        <source>Token embeddings</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>Input of layer 0</source>
        <translation>第 0 层的输入</translation>
    </message>
    <message>
        <source>Residual stream {place}</source>
        <translation>残差流（{place}）</translation>
    </message>
    <message>
        <source>components</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>Position embeddings</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>Rotary position (RoPE)</source>
        <translation>旋转位置编码（RoPE）</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>维度对</translation>
    </message>
    <message>
        <source>cosine of the angle</source>
        <translation>角度的余弦</translation>
    </message>
    <message>
        <source>Distance bias (ALiBi)</source>
        <translation>距离偏置（ALiBi）</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>added to the attention score, from the last token</source>
        <translation>加到注意力分数上的量（从最后一个词元起）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What the model expects next</source>
        <translation>模型对下一个词元的预测</translation>
    </message>
    <message>
        <source>two “{word}”</source>
        <translation>两个“{word}”</translation>
    </message>
    <message>
        <source>one of each</source>
        <translation>两词各一个</translation>
    </message>
</context>
<context>
    <name>HelloByeGoesOnView</name>
    <message>
        <source>Hello/Bye: continuation</source>
        <translation>重复词：续写</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Does it keep saying bye?</source>
        <translation>它会一直说 bye 吗？</translation>
    </message>
    <message>
        <source>repetition loop</source>
        <translation>重复循环</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>degeneration</source>
        <translation>退化</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>What the model generates after the repeated words, how sure it is, and how strongly its induction heads are at work.</source>
        <translation>模型在重复词之后生成什么、有多确定，以及其归纳头有多活跃。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens the model generates.</source>
        <translation>模型生成多少个词元。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 (greedy)</source>
        <translation>0（贪心解码）</translation>
    </message>
    <message>
        <source>0: always the most likely token. 1: the model&apos;s own probabilities.</source>
        <translation>0：总取最可能的词元。1：按模型自身的概率。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the random draws.</source>
        <translation>抽样的随机种子。</translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation>下一词元的熵</translation>
    </message>
    <message>
        <source>induction activity</source>
        <translation>归纳活跃度</translation>
    </message>
    <message>
        <source>right of it: generated</source>
        <translation>右侧为生成的部分</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
    <message>
        <source>Nothing was generated after these words in this run.</source>
        <translation>此运行记录中，这些词之后没有生成任何内容。</translation>
    </message>
    <message>
        <source>What comes after these words is not in this run. The model continues them once it is loaded.</source>
        <translation>这个运行里没有这些词之后的内容。模型加载之后会续写。</translation>
    </message>
    <message>
        <source>Finding the induction heads on repeated random tokens …</source>
        <translation>正在用重复的随机词元查找归纳头…</translation>
    </message>
    <message>
        <source>The model is continuing the words …</source>
        <translation>模型正在续写这些词…</translation>
    </message>
    <message>
        <source>Heads: {names} (induction heads on repeated random tokens).</source>
        <translation>头：{names}（重复随机词元上的归纳头）。</translation>
    </message>
    <message>
        <source>No head counts as an induction head; the closest are {names}.</source>
        <translation>没有头可算作归纳头；最接近的是 {names}。</translation>
    </message>
    <message>
        <source>{at}: {token}</source>
        <translation>{at}：{token}</translation>
    </message>
    <message>
        <source>its probability {p}</source>
        <translation>其概率 {p}</translation>
    </message>
    <message>
        <source>entropy of the next token {n} bits</source>
        <translation>下一词元的熵 {n} 比特</translation>
    </message>
    <message>
        <source>induction activity {p}</source>
        <translation>归纳活跃度 {p}</translation>
    </message>
</context>
<context>
    <name>HelloByeHeadsView</name>
    <message>
        <source>Hello/Bye: attention</source>
        <translation>重复词：注意力</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Heads over the repeated words</source>
        <translation>各头如何看待重复词</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>How the heads of one layer, and one head number in every layer, attend among the repeated words.</source>
        <translation>某一层的各个头，以及各层中编号相同的头，在重复词之间如何分配注意力。</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>Show attention to the first token (the attention sink, which often takes most). Off: the colour scale is that of the rest.</source>
        <translation>显示对首个词元的注意力（即注意力汇聚点，常占大部分）。关闭后，色标只按其余部分确定。</translation>
    </message>
    <message>
        <source>fraction of attention (square root)</source>
        <translation>注意力占比（平方根）</translation>
    </message>
    <message>
        <source>From each token (down) to those before it (across)</source>
        <translation>从每个词元（纵向）到它之前的词元（横向）</translation>
    </message>
    <message>
        <source>Queries down, keys across</source>
        <translation>纵向为查询，横向为键</translation>
    </message>
    <message>
        <source>Query ↓, key →</source>
        <translation>查询 ↓，键 →</translation>
    </message>
    <message>
        <source>4  All heads of layer {layer}</source>
        <translation>4  第 {layer} 层的全部头</translation>
    </message>
    <message>
        <source>4  Head {head} of every layer</source>
        <translation>4  各层的头 {head}</translation>
    </message>
    <message>
        <source>L{layer}.H{head}: {query} ({i}) attends to {key} ({j}): {share}</source>
        <translation>L{layer}.H{head}：{query}（{i}）关注 {key}（{j}）：{share}</translation>
    </message>
</context>
<context>
    <name>HelloByeStatesView</name>
    <message>
        <source>Hello/Bye: similarity</source>
        <translation>重复词：状态相似度</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Hidden states of the repeated words</source>
        <translation>重复词的隐藏状态</translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>representation similarity</source>
        <translation>表示相似度</translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>How similar the hidden states of the repeated words are in each layer, and the path they trace.</source>
        <translation>重复词的隐藏状态在各层有多相似，以及它们走出的路径。</translation>
    </message>
    <message>
        <source>The hidden states of this run were not recorded, so there is nothing to compare.</source>
        <translation>此运行记录没有保存隐藏状态，因此无从比较。</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>6  Similarity {place}</source>
        <translation>6  相似度（{place}）</translation>
    </message>
    <message>
        <source>8  Path {place}</source>
        <translation>8  路径（{place}）</translation>
    </message>
    <message>
        <source>6  Through the layers</source>
        <translation>6  逐层变化</translation>
    </message>
    <message>
        <source>8  Path on the map</source>
        <translation>8  地图上的路径</translation>
    </message>
    <message>
        <source>There is no map of the vocabulary yet: it is made when the map of token embeddings is opened.</source>
        <translation>还没有词表的地图：打开词元嵌入的地图时会生成。</translation>
    </message>
    <message>
        <source>Neighbours kept on the 2D map: {p}.</source>
        <translation>二维地图的邻居保持率：{p}。</translation>
    </message>
    <message>
        <source>{one} ({i}) and {other} ({j}): cosine similarity {value}</source>
        <translation>{one}（{i}）与 {other}（{j}）：余弦相似度 {value}</translation>
    </message>
</context>
<context>
    <name>HelloByeView</name>
    <message>
        <source>First word</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>The word that is repeated first.</source>
        <translation>先重复的词。</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>How often the first word is said.</source>
        <translation>第一个词说多少次。</translation>
    </message>
    <message>
        <source>Second word</source>
        <translation>第二个词</translation>
    </message>
    <message>
        <source>The word that is repeated afterwards.</source>
        <translation>随后重复的词。</translation>
    </message>
    <message>
        <source>How often the second word is said.</source>
        <translation>第二个词说多少次。</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between words: · is a space, ↵ a new line, ⇥ a tab.</source>
        <translation>词与词之间的字符：· 为空格，↵ 为换行，⇥ 为制表符。</translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Repeated words</source>
        <translation>先重复一个词，再换另一个</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>hello bye</source>
        <translation>hello bye</translation>
    </message>
    <message>
        <source>repeated tokens</source>
        <translation>重复词元</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>One word said several times, then another: embeddings, positions, hidden states and predictions, one column for each token.</source>
        <translation>一个词重复多次，再换另一个：嵌入、位置、隐藏状态和预测，每个词元一列。</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>Sorted: those the first word has most of on top, those of the second at the bottom, panel by panel.</source>
        <translation>排序时：第一个词较强的分量在上，第二个词较强的在下，每幅图各自排序。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Layer after which the residual stream is shown</source>
        <translation>显示哪一层之后的残差流</translation>
    </message>
    <message>
        <source>After which layer the residual stream is shown</source>
        <translation>显示哪一层之后的残差流</translation>
    </message>
    <message>
        <source>Use as prompt</source>
        <translation>用作提示词</translation>
    </message>
    <message>
        <source>Run this sequence as the prompt, so that every other view shows it</source>
        <translation>将此序列作为提示词运行，使其他视图都显示它</translation>
    </message>
    <message>
        <source>Choose two words of one token each</source>
        <translation>选择两个各为一个词元的词</translation>
    </message>
    <message>
        <source>Try “{first}” and “{second}”: one token each</source>
        <translation>试试“{first}”和“{second}”：各为一个词元</translation>
    </message>
    <message>
        <source>{n} × “{first}”, then {m} × “{second}”: {t} tokens</source>
        <translation>{n} × “{first}”，然后 {m} × “{second}”：{t} 个词元</translation>
    </message>
    <message>
        <source>from the records of this run</source>
        <translation>来自此运行记录</translation>
    </message>
    <message>
        <source>the original model, without the run&apos;s interventions</source>
        <translation>原始模型，不含此运行记录的干预</translation>
    </message>
    <message>
        <source>{column}: {token}</source>
        <translation>{column}：{token}</translation>
    </message>
    <message>
        <source>{panel}, {what} {row}: {value}</source>
        <translation>{panel}，{what} {row}：{value}</translation>
    </message>
    <message>
        <source>sorted by the two words</source>
        <translation>按两个词排序</translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation>按模型中的顺序</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Rotate (pan in 2D)</source>
        <translation>旋转（2D 中为平移）</translation>
    </message>
    <message>
        <source>drag, arrow keys</source>
        <translation>拖动，方向键</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shift + drag, right drag</source>
        <translation>Shift + 拖动，右键拖动</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>wheel, + / -</source>
        <translation>滚轮，+ / -</translation>
    </message>
    <message>
        <source>Zoom to a point</source>
        <translation>放大到某点</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Select a box</source>
        <translation>框选</translation>
    </message>
    <message>
        <source>Select with a lasso</source>
        <translation>套索选择</translation>
    </message>
    <message>
        <source>Ctrl + drag, or B and drag, or B, arrow keys and Enter</source>
        <translation>Ctrl + 拖动，或 B 后拖动，或 B、方向键和 Enter</translation>
    </message>
    <message>
        <source>Ctrl + Shift + drag, or L and drag, or L, arrow keys and Enter</source>
        <translation>Ctrl + Shift + 拖动，或 L 后拖动，或 L、方向键和 Enter</translation>
    </message>
    <message>
        <source>Choose a token, return to a branch</source>
        <translation>选用词元，返回某个分支</translation>
    </message>
    <message>
        <source>click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Go through tokens, rays and names, and choose one</source>
        <translation>逐个浏览词元、射线和名称，并选用其中之一</translation>
    </message>
    <message>
        <source>J / K, Enter</source>
        <translation>J / K、回车键</translation>
    </message>
    <message>
        <source>Pin a continuation of the look-ahead tree</source>
        <translation>固定前瞻树中的一条续写</translation>
    </message>
    <message>
        <source>right click, or P</source>
        <translation>右键点击，或按 P</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>显示整张地图</translation>
    </message>
    <message>
        <source>Follow the current point</source>
        <translation>跟随当前点</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>自动旋转</translation>
    </message>
    <message>
        <source>2D, 3D</source>
        <translation>2D、3D</translation>
    </message>
    <message>
        <source>Search tokens</source>
        <translation>搜索词元</translation>
    </message>
    <message>
        <source>Next or previous step, or token</source>
        <translation>下一步或上一步，或一个词元</translation>
    </message>
    <message>
        <source>Page Down / Page Up</source>
        <translation>Page Down / Page Up</translation>
    </message>
    <message>
        <source>Black, freeze</source>
        <translation>黑屏、冻结</translation>
    </message>
    <message>
        <source>Pointer, highlighter, magnifier</source>
        <translation>指针、荧光笔、放大镜</translation>
    </message>
    <message>
        <source>Move it, finely</source>
        <translation>移动它，微调</translation>
    </message>
    <message>
        <source>arrow keys, Shift + arrow keys</source>
        <translation>方向键，Shift + 方向键</translation>
    </message>
    <message>
        <source>Put the highlighter down, lift it</source>
        <translation>荧光笔落笔、抬笔</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>清除画线</translation>
    </message>
    <message>
        <source>Show the answer, the notes</source>
        <translation>显示答案、备注</translation>
    </message>
    <message>
        <source>Put a pointer away, leave full screen</source>
        <translation>收起指针，退出全屏</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图操作</translation>
    </message>
    <message>
        <source>While presenting</source>
        <translation>演示时</translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation>关于 Orrery</translation>
    </message>
    <message>
        <source>Orrery shows a language model at work: its hidden states on a map, the tokens that may come next,
what each attention head attends to, and what changes when a component is switched off.</source>
        <translation>Orrery 展示语言模型的工作过程：地图上的隐藏状态、接下来可能出现的词元、
每个注意力头关注什么，以及关闭某个组件会带来什么变化。</translation>
    </message>
    <message>
        <source>Everything shown is computed on this computer from the model&apos;s own numbers; maps and estimates are marked as such.
Your text is never sent anywhere. The network is used only to download models.</source>
        <translation>所显示的一切都在本机上由模型自身的数值算出；地图和估计值均已标明。
文本绝不会发送到任何地方。网络仅用于下载模型。</translation>
    </message>
    <message>
        <source>Version {version} · Python {python} · Qt {qt}</source>
        <translation>版本 {version} · Python {python} · Qt {qt}</translation>
    </message>
    <message>
        <source>Apache-2.0. The default model, SmolLM2-135M-Instruct, is by Hugging Face, Apache-2.0.</source>
        <translation>Apache-2.0。默认模型 SmolLM2-135M-Instruct 由 Hugging Face 发布，Apache-2.0。</translation>
    </message>
</context>
<context>
    <name>InductionView</name>
    <message>
        <source>Induction heads</source>
        <translation>归纳头</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>Who repeats what came before?</source>
        <translation>谁在重复前文？</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>in-context learning</source>
        <translation>上下文学习</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>Where this token occurred before, what followed it then, and how much less likely the model repeats that when single heads are switched off.</source>
        <translation>这个词元先前在哪里出现过、当时后面是什么，以及关闭单个头后模型重复它的概率降低多少。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>先前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>without all {n}</source>
        <translation>关闭全部 {n} 个</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>without {head}</source>
        <translation>关闭 {head}</translation>
    </message>
    <message>
        <source>Nothing to repeat yet. Type a prompt and press play.</source>
        <translation>还没有可重复的内容。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>“{token}” ({position}) occurs here for the first time</source>
        <translation>“{token}”（{position}）在此首次出现</translation>
    </message>
    <message>
        <source>“{token}” occurred at {earlier} and was followed by “{copy}”</source>
        <translation>“{token}”曾出现在位置 {earlier}，其后是“{copy}”</translation>
    </message>
    <message>
        <source>Select a token that occurred earlier in the text: click one in the token strip.</source>
        <translation>选择一个在前文出现过的词元：在词元条中点击。</translation>
    </message>
    <message>
        <source>Heads are switched off one by one when generation pauses.</source>
        <translation>生成暂停后再逐个关闭各头。</translation>
    </message>
    <message>
        <source>Heads are switched off one by one, in the model that made this run.</source>
        <translation>各头在生成此运行记录的模型中逐个关闭。</translation>
    </message>
    <message>
        <source>Probability of the copy: {intact}; without {head} {without}, without all {n} heads {all}</source>
        <translation>重复该词元的概率：{intact}；关闭 {head} 后 {without}，关闭全部 {n} 个头后 {all}</translation>
    </message>
    <message>
        <source>probability of “{copy}”, 0 to {top}</source>
        <translation>“{copy}”的概率，0 至 {top}</translation>
    </message>
    <message>
        <source>above: switched off, below: replaced by the mean</source>
        <translation>上：关闭，下：换成均值</translation>
    </message>
    <message>
        <source>attends {share}</source>
        <translation>关注 {share}</translation>
    </message>
</context>
<context>
    <name>IntrinsicDimensionView</name>
    <message>
        <source>Intrinsic dimension</source>
        <translation>内在维度</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>participation ratio</source>
        <translation>参与比</translation>
    </message>
    <message>
        <source>TwoNN</source>
        <translation>TwoNN</translation>
    </message>
    <message>
        <source>manifold</source>
        <translation>流形</translation>
    </message>
    <message>
        <source>effective dimension</source>
        <translation>有效维度</translation>
    </message>
    <message>
        <source>How many dimensions the hidden states take after each layer, by two measures, beside Gaussian clouds of known dimension.</source>
        <translation>各层之后的隐藏状态占多少维：两种度量，与已知维数的高斯点云对照。</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态数</translation>
    </message>
    <message>
        <source>How many hidden states are measured. More of them saturate later.</source>
        <translation>测量多少个隐藏状态。数量越多，饱和越晚。</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A UTF-8 file with one text per line; empty for the bundled sample texts.</source>
        <translation>每行一条文本的 UTF-8 文件；留空则使用内置的样本文本。</translation>
    </message>
    <message>
        <source>the bundled sample texts</source>
        <translation>内置的样本文本</translation>
    </message>
    <message>
        <source>Measure every layer</source>
        <translation>测量每一层</translation>
    </message>
    <message>
        <source>Intrinsic dimension of the hidden states after each layer</source>
        <translation>各层之后隐藏状态的内在维度</translation>
    </message>
    <message>
        <source>Load a model to see how many dimensions its states take.</source>
        <translation>加载模型后可查看其状态占多少维。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Reads texts and measures the states after every layer: up to some minutes.</source>
        <translation>读取文本并测量每一层之后的状态：可能需要几分钟。</translation>
    </message>
    <message>
        <source>{place}: TwoNN {near} as the states are, {near_standard} standardised; a Gaussian cloud of {n} points that reads so has about {true} and {true_standard} dimensions. Participation ratio {ratio} and {ratio_standard}; a Gaussian in all {width} dimensions reads {full}.</source>
        <translation>{place}：TwoNN 在状态不作处理时为 {near}，标准化后为 {near_standard}；读数相同的 {n} 点高斯点云约有 {true} 维和 {true_standard} 维。参与比为 {ratio} 和 {ratio_standard}；遍布全部 {width} 维的高斯分布为 {full}。</translation>
    </message>
    <message>
        <source>Participation ratio: (Σλ)² / Σλ² of the covariance&apos;s eigenvalues. TwoNN: from the distances to the first and second neighbour; it saturates, so it is read beside clouds of known dimension. Bands: jackknife over texts (± 2 standard errors) and 95 % bootstrap.</source>
        <translation>参与比：协方差特征值的 (Σλ)² / Σλ²。TwoNN：由到第一、第二近邻的距离得出；它会饱和，因此与已知维数的点云对照解读。色带：对文本的刀切法（± 2 倍标准误）和 95% 自助法。</translation>
    </message>
    <message>
        <source>After the final norm</source>
        <translation>末层归一化之后</translation>
    </message>
    <message>
        <source>{measure}, standardised</source>
        <translation>{measure}，标准化</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>{measure} of a Gaussian</source>
        <translation>{measure}（高斯分布）</translation>
    </message>
    <message>
        <source>{name} {value} ({low} to {high})</source>
        <translation>{name} {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>true dimension</source>
        <translation>真实维数</translation>
    </message>
    <message>
        <source>dimensions of a Gaussian cloud of {n} points</source>
        <translation>{n} 点高斯点云的维数</translation>
    </message>
    <message>
        <source>what is measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Gaussian in {n} dimensions</source>
        <translation>{n} 维高斯分布</translation>
    </message>
</context>
<context>
    <name>Joined</name>
    <message>
        <source>{before}, {item}</source>
        <translation>{before}、{item}</translation>
    </message>
    <message>
        <source>{before}, {fact}</source>
        <translation>{before}，{fact}</translation>
    </message>
    <message>
        <source>{before}; {clause}</source>
        <translation>{before}；{clause}</translation>
    </message>
    <message>
        <source>{before} {sentence}</source>
        <translation>{before}{sentence}</translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation>{phrase}。</translation>
    </message>
    <message>
        <source>{what}: {said}</source>
        <translation>{what}：{said}</translation>
    </message>
</context>
<context>
    <name>KeepStep</name>
    <message>
        <source>Keep this state as a step</source>
        <translation>把当前状态存为一步</translation>
    </message>
    <message>
        <source>Give it a heading and a few sentences, here or in the file. The page about writing lessons is in resources/lessons/README.md.</source>
        <translation>请在此处或文件中给它一个标题和几句话。如何编写课程见 resources/lessons/README.md。</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the step</source>
        <translation>复制这一步</translation>
    </message>
    <message>
        <source>Add to a lesson file…</source>
        <translation>加入课程文件…</translation>
    </message>
    <message>
        <source>Add the step to a lesson file</source>
        <translation>把这一步加入课程文件</translation>
    </message>
    <message>
        <source>New lesson file…</source>
        <translation>新建课程文件…</translation>
    </message>
    <message>
        <source>Begin a lesson file with the step</source>
        <translation>用这一步新建课程文件</translation>
    </message>
    <message>
        <source>Add the step to</source>
        <translation>把这一步加入</translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation>课程 (*.md)</translation>
    </message>
    <message>
        <source>Begin a lesson with the step</source>
        <translation>用这一步开始一份课程</translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Ablation</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>零消融</translation>
    </message>
    <message>
        <source>mean ablation</source>
        <translation>均值消融</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation>敲除</translation>
    </message>
    <message>
        <source>logit lens</source>
        <translation>logit 透镜</translation>
    </message>
    <message>
        <source>dose response</source>
        <translation>剂量反应</translation>
    </message>
    <message>
        <source>Analogies</source>
        <translation>类比</translation>
    </message>
    <message>
        <source>word2vec</source>
        <translation>word2vec</translation>
    </message>
    <message>
        <source>vector arithmetic</source>
        <translation>向量运算</translation>
    </message>
    <message>
        <source>linear representation hypothesis</source>
        <translation>线性表示假设</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>attention patterns</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>attention pattern</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>previous-token heads</source>
        <translation>前一词元头</translation>
    </message>
    <message>
        <source>induction heads</source>
        <translation>归纳头</translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation>注意力汇聚点</translation>
    </message>
    <message>
        <source>attention entropy</source>
        <translation>注意力熵</translation>
    </message>
    <message>
        <source>in-context learning</source>
        <translation>上下文学习</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号模型</translation>
    </message>
    <message>
        <source>balanced brackets</source>
        <translation>括号匹配</translation>
    </message>
    <message>
        <source>Dyck language</source>
        <translation>戴克语言</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>length generalisation</source>
        <translation>长度泛化</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>alternative continuations</source>
        <translation>其他续写</translation>
    </message>
    <message>
        <source>compare two continuations</source>
        <translation>比较两种续写</translation>
    </message>
    <message>
        <source>sampling tree</source>
        <translation>抽样树</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>样本束</translation>
    </message>
    <message>
        <source>many samples</source>
        <translation>多个样本</translation>
    </message>
    <message>
        <source>self-consistency</source>
        <translation>自洽性</translation>
    </message>
    <message>
        <source>diversity of samples</source>
        <translation>样本多样性</translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>repeated tokens</source>
        <translation>重复词元</translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Language neurons</source>
        <translation>语言神经元</translation>
    </message>
    <message>
        <source>language-specific neurons</source>
        <translation>语言特异性神经元</translation>
    </message>
    <message>
        <source>backup neurons</source>
        <translation>备份神经元</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>early exit</source>
        <translation>提前退出</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>likely continuations</source>
        <translation>可能的续写</translation>
    </message>
    <message>
        <source>tree of next tokens</source>
        <translation>下一词元树</translation>
    </message>
    <message>
        <source>Laws of motion</source>
        <translation>运动定律</translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation>转角</translation>
    </message>
    <message>
        <source>semantic laws of motion</source>
        <translation>语义运动定律</translation>
    </message>
    <message>
        <source>control experiment</source>
        <translation>对照实验</translation>
    </message>
    <message>
        <source>participation ratio</source>
        <translation>参与比</translation>
    </message>
    <message>
        <source>TwoNN</source>
        <translation>TwoNN</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Which component favours {token} here?</source>
        <translation>这里哪个组件支持 {token}？</translation>
    </message>
    <message>
        <source>attribution patching</source>
        <translation>归因修补</translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>key and value</source>
        <translation>键与值</translation>
    </message>
    <message>
        <source>top activating texts</source>
        <translation>激活最强的文本</translation>
    </message>
    <message>
        <source>Patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation>因果追踪</translation>
    </message>
    <message>
        <source>interchange intervention</source>
        <translation>互换干预</translation>
    </message>
    <message>
        <source>Layouts of the map</source>
        <translation>地图布局</translation>
    </message>
    <message>
        <source>dimensionality reduction</source>
        <translation>降维</translation>
    </message>
    <message>
        <source>UMAP against PCA</source>
        <translation>UMAP 与 PCA 比较</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>对照生成</translation>
    </message>
    <message>
        <source>compare two models</source>
        <translation>比较两个模型</translation>
    </message>
    <message>
        <source>common random numbers</source>
        <translation>公共随机数</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>Name choice</source>
        <translation>人名选择</translation>
    </message>
    <message>
        <source>indirect object identification</source>
        <translation>间接宾语识别</translation>
    </message>
    <message>
        <source>IOI</source>
        <translation>IOI</translation>
    </message>
    <message>
        <source>name movers</source>
        <translation>名称移动头</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>先猜后看</translation>
    </message>
    <message>
        <source>guess the next word</source>
        <translation>猜下一个词</translation>
    </message>
    <message>
        <source>Shannon&apos;s guessing game</source>
        <translation>香农猜字游戏</translation>
    </message>
    <message>
        <source>cross-entropy of a class</source>
        <translation>全班的交叉熵</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘法</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Superposition</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>polysemantic</source>
        <translation>多义</translation>
    </message>
    <message>
        <source>sparse features</source>
        <translation>稀疏特征</translation>
    </message>
    <message>
        <source>compositionality</source>
        <translation>组合性</translation>
    </message>
    <message>
        <source>red square</source>
        <translation>红色方块</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>N-grams</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>n-grams</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation>马尔可夫链</translation>
    </message>
    <message>
        <source>bigram</source>
        <translation>二元语法</translation>
    </message>
    <message>
        <source>text generated by a table</source>
        <translation>由表生成的文本</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>游乐场</translation>
    </message>
    <message>
        <source>multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation>局部极小值</translation>
    </message>
    <message>
        <source>error surface</source>
        <translation>误差曲面</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>weight matrix</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation>稀疏自编码器</translation>
    </message>
    <message>
        <source>SAE</source>
        <translation>SAE</translation>
    </message>
    <message>
        <source>monosemantic features</source>
        <translation>单义特征</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征地图</translation>
    </message>
    <message>
        <source>feature splitting</source>
        <translation>特征分裂</translation>
    </message>
    <message>
        <source>co-activation</source>
        <translation>共同激活</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Where a descent goes, and where it gets stuck</source>
        <translation>下降走向哪里，又卡在哪里</translation>
    </message>
    <message>
        <source>loss surface</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation>局部极小值</translation>
    </message>
    <message>
        <source>saddle point</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>contour</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The loss of a small model over two of its weights, from above and as a surface, with the paths of descents from several starts: some end in a local minimum.</source>
        <translation>小模型的损失随其两个权重的变化：俯视图和曲面图，并画出从多个起点下降的路径；有些停在局部极小值。</translation>
    </message>
    <message>
        <source>From another start</source>
        <translation>换一个起点</translation>
    </message>
    <message>
        <source>Let the descents run from their starts</source>
        <translation>让各条下降从起点走起</translation>
    </message>
    <message>
        <source>Train from other initial weights: the next seed</source>
        <translation>用另一组初始权重训练：下一个随机种子</translation>
    </message>
    <message>
        <source>Moment of the descents</source>
        <translation>下降过程的时刻</translation>
    </message>
    <message>
        <source>Move along the descents</source>
        <translation>沿下降过程移动</translation>
    </message>
    <message>
        <source>The loss of a model of {sizes} neurons</source>
        <translation>一个 {sizes} 神经元模型的损失</translation>
    </message>
    <message>
        <source>{sizes}: the loss over {one} and {other}, all other weights fixed</source>
        <translation>{sizes}：损失随 {one} 与 {other} 的变化，其余权重固定</translation>
    </message>
    <message>
        <source>{sizes}: the loss over the plane through three ends, of {n} weights each</source>
        <translation>{sizes}：经过三个终点的平面上的损失，每个终点有 {n} 个权重</translation>
    </message>
    <message>
        <source>Descending from several starts …</source>
        <translation>正在从多个起点下降…</translation>
    </message>
    <message>
        <source>Paths are seen from straight above: at their ends they are up to {d} away from the plane, and on the surface their height is their own loss, not the plane&apos;s.</source>
        <translation>路径为正上方俯视：终点离平面最远达 {d}；在曲面上，路径的高度是它自身的损失，而不是平面的。</translation>
    </message>
    <message>
        <source>The training that fixes the other weights broke off at step {step}: the numbers overflow (NaN), so they are those of its start. Choose a lower learning rate.</source>
        <translation>确定其余权重的训练在第 {step} 步中断：数值溢出（NaN），因此用的是其起点的权重。请选小一些的学习率。</translation>
    </message>
    <message>
        <source>{n} descent(s) broke off, the first at step {step}: the numbers overflow (NaN). Choose a lower learning rate.</source>
        <translation>{n} 条下降中断，最早在第 {step} 步：数值溢出（NaN）。请选小一些的学习率。</translation>
    </message>
    <message>
        <source>No descent has come to rest in a minimum yet: give it more steps.</source>
        <translation>还没有一条下降停在极小值：请多给一些步数。</translation>
    </message>
    <message>
        <source>{n} of {all} descents rest in a minimum, all at a loss of {low} (a constant answer: {flat}).</source>
        <translation>{all} 条下降中有 {n} 条停在极小值，损失都是 {low}（常数回答：{flat}）。</translation>
    </message>
    <message>
        <source>{n} of {all} descents rest in a minimum, at {k} different losses from {low} to {high} (a constant answer: {flat}): some are stuck in a local minimum.</source>
        <translation>{all} 条下降中有 {n} 条停在极小值，共 {k} 种不同的损失，从 {low} 到 {high}（常数回答：{flat}）：有些卡在局部极小值。</translation>
    </message>
    <message>
        <source>loss of every descent, logarithmic (dashed: the best constant answer)</source>
        <translation>每条下降的损失，对数刻度（虚线：最好的常数回答）</translation>
    </message>
    <message>
        <source>loss, logarithmic</source>
        <translation>损失，对数刻度</translation>
    </message>
    <message>
        <source>towards the second end</source>
        <translation>朝向第二个终点</translation>
    </message>
    <message>
        <source>at right angles</source>
        <translation>垂直方向</translation>
    </message>
    <message>
        <source>start {n}</source>
        <translation>起点 {n}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>start {n}: loss {loss} at step {step}</source>
        <translation>起点 {n}：第 {step} 步的损失为 {loss}</translation>
    </message>
    <message>
        <source>broke off at step {step}</source>
        <translation>在第 {step} 步中断</translation>
    </message>
    <message>
        <source>ends in a minimum: slope {slope}, least curvature {bend}</source>
        <translation>停在极小值：斜率 {slope}，最小曲率 {bend}</translation>
    </message>
    <message>
        <source>is not at rest at its end: slope {slope}, least curvature {bend}</source>
        <translation>终点尚未静止：斜率 {slope}，最小曲率 {bend}</translation>
    </message>
    <message>
        <source>start {n}: {loss}</source>
        <translation>起点 {n}：{loss}</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>a wave</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>What the model learns: a function of x by squared error, or points of two classes.</source>
        <translation>模型学习什么：按平方误差学 x 的一个函数，或区分两类点。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>two weights</source>
        <translation>两个权重</translation>
    </message>
    <message>
        <source>through three minima</source>
        <translation>经过三个极小值</translation>
    </message>
    <message>
        <source>Two weights: all others stay, and only these two descend. Through three minima: the plane through the ends of three trainings of all weights.</source>
        <translation>两个权重：其余都不动，只有这两个下降。经过三个极小值：平面经过三次全权重训练的终点。</translation>
    </message>
    <message>
        <source>First weight</source>
        <translation>第一个权重</translation>
    </message>
    <message>
        <source>Number of the weight to the right, counted from 0.</source>
        <translation>横轴权重的编号，从 0 数起。</translation>
    </message>
    <message>
        <source>Second weight</source>
        <translation>第二个权重</translation>
    </message>
    <message>
        <source>Number of the weight upwards, counted from 0.</source>
        <translation>纵轴权重的编号，从 0 数起。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the first start; the others have the next ones.</source>
        <translation>第一个起点的随机种子；其余起点依次往后。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far a step goes.</source>
        <translation>每一步走多远。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 3 or 4, 4.</source>
        <translation>每个隐藏层的神经元数，例如 3 或 4, 4。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>The activation function of the hidden layers.</source>
        <translation>隐藏层的激活函数。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>with momentum</source>
        <translation>带动量</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>How a step follows from the gradient.</source>
        <translation>一步如何由梯度得出。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of every descent.</source>
        <translation>每条下降的步数。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>How many descents begin at other places.</source>
        <translation>从多少个不同的地方开始下降。</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How far the plane of two weights reaches to each side.</source>
        <translation>两个权重的平面向每边伸展多远。</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Moment of the descents that is shown; -1 is the end.</source>
        <translation>显示下降过程的哪个时刻；-1 为终点。</translation>
    </message>
    <message>
        <source>Loss as a surface</source>
        <translation>损失曲面</translation>
    </message>
</context>
<context>
    <name>LanguageNeuronView</name>
    <message>
        <source>Language neuron</source>
        <translation>语言神经元</translation>
    </message>
    <message>
        <source>One neuron, one language</source>
        <translation>一个神经元，一种语言</translation>
    </message>
    <message>
        <source>language-specific neuron</source>
        <translation>语言特异性神经元</translation>
    </message>
    <message>
        <source>French neuron</source>
        <translation>法语神经元</translation>
    </message>
    <message>
        <source>sparse probing</source>
        <translation>稀疏探测</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>自助法</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Finds the neuron that best tells one language from others, switches it off, and measures how much worse the model predicts each kind of text.</source>
        <translation>找出最能将一种语言与其他语言区分开的神经元，将其关闭，并测量模型对各类文本的预测变差多少。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What the bars show.</source>
        <translation>条形所表示的量。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Which neuron: the best, the second or the third.</source>
        <translation>选哪个神经元：第一、第二或第三名。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation>一个文本集，或每行一段文本的 UTF-8 文件。</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>第二个模型</translation>
    </message>
    <message>
        <source>A name, a hub id, a folder or a GGUF file.</source>
        <translation>模型名称、Hub ID、文件夹或 GGUF 文件。</translation>
    </message>
    <message>
        <source>french, german, chinese, code, numbers or a file</source>
        <translation>french、german、chinese、code、numbers 或一个文件</translation>
    </message>
    <message>
        <source>none: name a model to compare with</source>
        <translation>无：填写要比较的模型</translation>
    </message>
    <message>
        <source>Find the neuron and measure</source>
        <translation>查找神经元并测量</translation>
    </message>
    <message>
        <source>Measure the second model</source>
        <translation>测量第二个模型</translation>
    </message>
    <message>
        <source>Switch the neuron off</source>
        <translation>关闭该神经元</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>replaced by its mean</source>
        <translation>替换为均值</translation>
    </message>
    <message>
        <source>rise of the loss, 95 % interval</source>
        <translation>损失的增量，95% 区间</translation>
    </message>
    <message>
        <source>bits per token, 95 % interval</source>
        <translation>比特/词元，95% 区间</translation>
    </message>
    <message>
        <source>rise of the loss</source>
        <translation>损失的增量</translation>
    </message>
    <message>
        <source>scale of the neuron&apos;s activation</source>
        <translation>神经元激活值的缩放倍数</translation>
    </message>
    <message>
        <source>How much worse the model predicts {language} text with one neuron switched off</source>
        <translation>关闭一个神经元后，模型对{language}文本的预测变差多少</translation>
    </message>
    <message>
        <source>selected among {tried} neurons on one half of the texts (AUC {auc}), measured on the other (AUC {held}): {texts} texts of {a} with {tokens} tokens</source>
        <translation>用一半文本从 {tried} 个神经元中选出（AUC {auc}），在另一半上测量（AUC {held}）：{texts} 段{a}文本，共 {tokens} 个词元</translation>
    </message>
    <message>
        <source>In larger models one neuron is expected to matter less (Gurnee et al., 2305.01610: 8 % at 70M, 0.2 % at 6.9B).</source>
        <translation>模型越大，单个神经元的影响预期越小（Gurnee 等，2305.01610：70M 时为 8%，6.9B 时为 0.2%）。</translation>
    </message>
    <message>
        <source>Load a model to look for its language neurons.</source>
        <translation>加载模型，即可查找其语言神经元。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>One click ranks all neurons by how well they tell this language from all other texts, selects the one whose switching off raises the loss on it most, and measures the loss on texts that were not used for the choice. It takes some minutes for a small model on a CPU.</source>
        <translation>点击一次即可：按区分该语言与所有其他文本的能力给全部神经元排序，选出关闭后使该语言损失上升最多的一个，并在未用于挑选的文本上测量损失。小模型在 CPU 上需要几分钟。</translation>
    </message>
    <message>
        <source>{model}: with the neuron switched off, the loss on {a} rises by {rise} ({low} to {high}), on no other text set by more than {most} ({set}, {least} to {top}).</source>
        <translation>{model}：关闭该神经元后，{a}的损失上升 {rise}（{low} 至 {high}），其他文本集的上升均不超过 {most}（{set}，{least} 至 {top}）。</translation>
    </message>
    <message>
        <source>The loss rises more in the smaller model, and the intervals do not overlap.</source>
        <translation>较小的模型损失上升更多，且两者的区间不重叠。</translation>
    </message>
    <message>
        <source>The loss rises more in the larger model, and the intervals do not overlap.</source>
        <translation>较大的模型损失上升更多，且两者的区间不重叠。</translation>
    </message>
    <message>
        <source>The intervals of the two models overlap.</source>
        <translation>两个模型的区间重叠。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>LawsOfMotionView</name>
    <message>
        <source>Laws of motion</source>
        <translation>运动定律</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>定律</translation>
    </message>
    <message>
        <source>Beyond chance, or not?</source>
        <translation>是否超出随机水平？</translation>
    </message>
    <message>
        <source>fan direction</source>
        <translation>候选扇方向</translation>
    </message>
    <message>
        <source>shuffled control</source>
        <translation>打乱对照</translation>
    </message>
    <message>
        <source>random walk</source>
        <translation>随机游走</translation>
    </message>
    <message>
        <source>bootstrap interval</source>
        <translation>自助法区间</translation>
    </message>
    <message>
        <source>resultant length</source>
        <translation>合向量长度</translation>
    </message>
    <message>
        <source>Tests over many texts whether their paths move otherwise than shuffled ones and random walks, and whether their fans point in a definite direction.</source>
        <translation>在多段文本上检验：路径的运动是否不同于打乱的路径和随机游走，候选扇是否指向确定的方向。</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Which vectors make the paths; where the map shows the same, it is measured too.</source>
        <translation>由哪些向量构成路径；若地图显示的正是这些向量，则在地图上也一并测量。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many the original model generates after each text; 0 measures the texts themselves.</source>
        <translation>原始模型在每段文本之后生成多少个词元；0 表示只测量文本本身。</translation>
    </message>
    <message>
        <source>0 (texts only)</source>
        <translation>0（仅文本）</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A UTF-8 file with one text per line; empty for the 20 bundled openings.</source>
        <translation>每行一段文本的 UTF-8 文件；留空则使用内置的 20 段开头。</translation>
    </message>
    <message>
        <source>the 20 bundled openings</source>
        <translation>内置的 20 段开头</translation>
    </message>
    <message>
        <source>Measure over the texts</source>
        <translation>在文本上测量</translation>
    </message>
    <message>
        <source>Laws of motion, {states}</source>
        <translation>运动定律，{states}</translation>
    </message>
    <message>
        <source>Load a model to see whether its texts move by any law.</source>
        <translation>加载模型，看它的文本是否按某种定律运动。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Generates after each text, and takes one step of the model with 16 tokens at each position: some minutes.</source>
        <translation>在每段文本之后生成，并在每个位置用 16 个词元各运行模型一步：需要几分钟。</translation>
    </message>
    <message>
        <source>{texts} texts, {steps} positions, {out} left out as outliers.</source>
        <translation>{texts} 段文本，{steps} 个位置，{out} 个作为离群点排除。</translation>
    </message>
    <message>
        <source>Show the map of these states and measure again to have it measured on the map too.</source>
        <translation>显示这些状态的地图后再测量一次，即可在地图上也得到测量结果。</translation>
    </message>
    <message>
        <source>all {n} dimensions</source>
        <translation>全部 {n} 维</translation>
    </message>
    <message>
        <source>on the map, 3 dimensions</source>
        <translation>地图上，3 维</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>超出随机水平</translation>
    </message>
    <message>
        <source>not beyond chance</source>
        <translation>未超出随机水平</translation>
    </message>
    <message>
        <source>difference / standard deviation over texts</source>
        <translation>差 / 文本间标准差</translation>
    </message>
    <message>
        <source>measured · control</source>
        <translation>实测 · 对照</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机水平</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>beyond chance, above its control</source>
        <translation>超出随机水平，高于对照</translation>
    </message>
    <message>
        <source>beyond chance, below its control</source>
        <translation>超出随机水平，低于对照</translation>
    </message>
    <message>
        <source>measured {value}, 95 % {low} to {high}</source>
        <translation>实测 {value}，95% 区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>{control} {value}: {what}</source>
        <translation>{control} {value}：{what}</translation>
    </message>
    <message>
        <source>difference {gap}, 95 % {low} to {high}: {verdict}</source>
        <translation>差 {gap}，95% 区间 {low} 至 {high}：{verdict}</translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>fraction of the residual stream after it</source>
        <translation>占该层之后残差流的比例</translation>
    </message>
    <message>
        <source>vector norm</source>
        <translation>向量范数</translation>
    </message>
    <message>
        <source>Layer updates</source>
        <translation>各层更新量</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>What attention and MLP add</source>
        <translation>注意力和 MLP 加入了什么</translation>
    </message>
    <message>
        <source>residual stream norm</source>
        <translation>残差流范数</translation>
    </message>
    <message>
        <source>layer contribution</source>
        <translation>层贡献</translation>
    </message>
    <message>
        <source>attention output</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>MLP output</source>
        <translation>MLP 输出</translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>How large a change attention and MLP make to the residual stream in each layer, for the selected token.</source>
        <translation>对选中的词元，每一层的注意力和 MLP 使残差流改变了多少。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What a bar&apos;s length means.</source>
        <translation>条形长度的含义。</translation>
    </message>
    <message>
        <source>What each layer adds at “{token}” ({position})</source>
        <translation>每一层在“{token}”（{position}）处加入的量</translation>
    </message>
    <message>
        <source>No hidden states to measure here. Type a prompt and press play.</source>
        <translation>这里没有可测量的隐藏状态。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>Attention and MLP are measured separately when generation pauses.</source>
        <translation>生成暂停后，注意力和 MLP 会分别测量。</translation>
    </message>
    <message>
        <source>Only their sum is stored; separately they are measured with the model that made this run.</source>
        <translation>只保存了两者之和；要分别测量，需使用生成此运行记录的模型。</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>both {n}</source>
        <translation>合计 {n}</translation>
    </message>
    <message>
        <source>residual stream after it {n}</source>
        <translation>该层之后的残差流 {n}</translation>
    </message>
    <message>
        <source>this model&apos;s layers also add something else, up to {n}</source>
        <translation>此模型的层还会加入其他成分，最多 {n}</translation>
    </message>
    <message>
        <source>both together</source>
        <translation>两者合计</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差流</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation>关闭课程列表</translation>
    </message>
    <message>
        <source>Open a lesson file…</source>
        <translation>打开课程文件…</translation>
    </message>
    <message>
        <source>Open a lesson file</source>
        <translation>打开课程文件</translation>
    </message>
    <message>
        <source>A lesson that you or someone else wrote.</source>
        <translation>自己或他人编写的课程。</translation>
    </message>
    <message numerus="yes">
        <source>{n} minute(s)</source>
        <translation>
            <numerusform>{n} 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonStep</name>
    <message>
        <source>Do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>See</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>Show the list of lessons</source>
        <translation>显示课程列表</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Go to any step of the lesson</source>
        <translation>跳到课程的任意一步</translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>这一步的文字</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Play this step</source>
        <translation>播放这一步</translation>
    </message>
    <message>
        <source>Show this step again</source>
        <translation>重新显示这一步</translation>
    </message>
    <message>
        <source>{n} of {count}: {heading}</source>
        <translation>{n}/{count}：{heading}</translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation>第 {n} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>The model {name} is not on this computer, so the lesson is given from its recorded runs.</source>
        <translation>模型 {name} 不在本机，所以这一课用录制好的运行记录讲授。</translation>
    </message>
    <message>
        <source>This lesson needs the model {name}, which is not on this computer. Its text can be read without.</source>
        <translation>这一课需要模型 {name}，它不在本机。没有它也可以阅读课文。</translation>
    </message>
    <message>
        <source>The lesson has a fault, and continues without what is wrong: {fault}</source>
        <translation>课程有一处错误，略去该处继续：{fault}</translation>
    </message>
    <message>
        <source>The lesson cannot be given: {fault}</source>
        <translation>无法讲授这一课：{fault}</translation>
    </message>
</context>
<context>
    <name>LessonsDock</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>LogitLensView</name>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probability of the final prediction</source>
        <translation>最终预测的概率</translation>
    </message>
    <message>
        <source>rank of the final prediction</source>
        <translation>最终预测的排名</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>difference between branches</source>
        <translation>分支间的差异</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>自动适应</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>logit 透镜</translation>
    </message>
    <message>
        <source>The guess after every layer</source>
        <translation>每一层之后的猜测</translation>
    </message>
    <message>
        <source>early exit</source>
        <translation>提前退出</translation>
    </message>
    <message>
        <source>intermediate predictions</source>
        <translation>中间预测</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>What the model would predict if it stopped after each layer, read by applying its own output step early.</source>
        <translation>若模型在某一层之后就停下，会预测什么：提前应用模型自身的输出步骤即可读出。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>What colours a cell. The difference between branches, while two are compared, is the Jensen–Shannon divergence of what both would predict at the same position after the same layer: 0 bits where they agree, 1 where they exclude each other.</source>
        <translation>单元格颜色的含义。比较两个分支时，“分支间的差异”是两者在同一位置、同一层之后的预测之间的 Jensen–Shannon 散度：完全一致为 0 比特，互不相容为 1 比特。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Leave layers out to fit, or scroll through all of them.</source>
        <translation>略去部分层以适应大小，或滚动查看所有层。</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>the top prediction after each layer</source>
        <translation>每一层之后的首选预测</translation>
    </message>
    <message>
        <source>A: {name}, {words}</source>
        <translation>A：{name}，{words}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>B: {name}</source>
        <translation>B：{name}</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation>1 比特</translation>
    </message>
    <message>
        <source>Nothing to read yet. Type a prompt and press play.</source>
        <translation>还没有可读取的内容。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>A and B differ by {n} bits</source>
        <translation>A 与 B 相差 {n} 比特</translation>
    </message>
    <message>
        <source>{place}: the model&apos;s own output</source>
        <translation>{place}：模型自身的输出</translation>
    </message>
    <message>
        <source>final prediction “{token}” has rank {rank} and probability {share}</source>
        <translation>最终预测“{token}”的排名为 {rank}，概率为 {share}</translation>
    </message>
    <message>
        <source>New positions are read when generation pauses.</source>
        <translation>生成暂停后会读取新的位置。</translation>
    </message>
    <message>
        <source>A run file stores only the output; the layers are read by the model that made this run.</source>
        <translation>运行记录文件只保存输出；各层由生成此运行记录的模型读取。</translation>
    </message>
    <message>
        <source>The difference is shown while two branches are compared: choose one in Branches.</source>
        <translation>只有比较两个分支时才显示差异：请在“分支”中选择一个。</translation>
    </message>
    <message>
        <source>bold: the model&apos;s final prediction</source>
        <translation>粗体：模型的最终预测</translation>
    </message>
    <message>
        <source>positions {low} to {high} of 0 to {last}</source>
        <translation>位置 {low} 至 {high}（全部为 0 至 {last}）</translation>
    </message>
    <message>
        <source>output row as recorded; recomputed, it differs by {d}</source>
        <translation>输出行取自记录；重新计算的结果与其相差 {d}</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>Transparent background</source>
        <translation>透明背景</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Panels beside each other</source>
        <translation>并排的子图数</translation>
    </message>
    <message>
        <source>Shared scales, legends and axes</source>
        <translation>共用刻度、图例和坐标轴</translation>
    </message>
    <message>
        <source>Caption from the figure&apos;s facts</source>
        <translation>根据图的内容自动生成图注</translation>
    </message>
    <message>
        <source>The theme&apos;s own</source>
        <translation>主题自带</translation>
    </message>
    <message>
        <source>The program&apos;s</source>
        <translation>程序默认</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>as suits them</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours of data: three are safe for deficiencies of colour vision, one prints in grey</source>
        <translation>数据的配色：三种对色觉缺陷友好，一种适合灰度打印</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Line weight</source>
        <translation>线条粗细</translation>
    </message>
    <message>
        <source>How thick lines are; text stays as large</source>
        <translation>线条的粗细；文字大小不变</translation>
    </message>
    <message>
        <source>Letters of the panels</source>
        <translation>子图编号</translation>
    </message>
    <message>
        <source>One quantity has the same limits of colour in all panels; what several of them explain alike stands once below them, and their plots stand in line</source>
        <translation>同一个量在所有子图中使用相同的颜色范围；多幅子图共有的说明只在下方列出一次，各绘图区互相对齐</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Model, prompt, what is shown and how far to trust a map, kept up to date; switch it off to edit</source>
        <translation>模型、提示词、所示内容和地图的可信程度，自动保持更新；关闭后可自行编辑</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Panels and words</source>
        <translation>子图与文字</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>LookaheadView</name>
    <message>
        <source>Look-ahead tree</source>
        <translation>前瞻树</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>What may come within the next tokens</source>
        <translation>接下来几个词元可能是什么</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>continuations</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>future</source>
        <translation>未来</translation>
    </message>
    <message>
        <source>probability tree</source>
        <translation>概率树</translation>
    </message>
    <message>
        <source>The most likely continuations of the text, several tokens deep, with their probabilities; click one to continue the text with it.</source>
        <translation>文本最可能的续写，深入若干个词元，并给出概率；点击其一即以它续写。</translation>
    </message>
    <message>
        <source>Save the continuations as a table (CSV)…</source>
        <translation>将续写保存为表格（CSV）…</translation>
    </message>
    <message>
        <source>Share of what may come that is shown</source>
        <translation>所示续写占总概率的比例</translation>
    </message>
    <message>
        <source>How many tokens ahead</source>
        <translation>向前看多少个词元</translation>
    </message>
    <message>
        <source>How many tokens deep the look-ahead tree is.</source>
        <translation>前瞻树的深度（词元数）。</translation>
    </message>
    <message>
        <source>tokens ahead</source>
        <translation>个词元以内</translation>
    </message>
    <message>
        <source>Show {share} of what may come</source>
        <translation>显示 {share} 的可能续写</translation>
    </message>
    <message>
        <source>No prediction yet. Write a prompt and press play.</source>
        <translation>还没有预测。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>This run&apos;s file holds no next tokens, so there is nothing to look ahead from.</source>
        <translation>此运行记录的文件不含下一词元，无从前瞻。</translation>
    </message>
    <message>
        <source>There is room for the {n} most likely of {all} continuations here.</source>
        <translation>此处可容纳 {all} 条续写中最可能的 {n} 条。</translation>
    </message>
    <message>
        <source>Continue the text with this</source>
        <translation>以此续写文本</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>前瞻</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Save this look as…</source>
        <translation>将此外观另存为…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Save this look</source>
        <translation>保存此外观</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>in no cluster</source>
        <translation>不属于任何聚类</translation>
    </message>
    <message>
        <source>smaller clusters</source>
        <translation>较小的聚类</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Which vectors the map shows: token embeddings, hidden states of a layer, or the unembedding</source>
        <translation>地图显示哪些向量：词元嵌入、某一层的隐藏状态，或解嵌入</translation>
    </message>
    <message>
        <source>How the vectors are laid out in 2 or 3 dimensions. New hidden states are projected on PCA exactly; on UMAP, t-SNE and PaCMAP each is placed where most of its 15 true neighbours are near, and says how many of them are. The last entries show a second layout beside it.</source>
        <translation>向量如何排布在二维或三维中。新的隐藏状态可以精确投影到 PCA 上；在 UMAP、t-SNE 和 PaCMAP 上，则放在其 15 个真实近邻大多数所在之处，并注明有几个在附近。最后几项会在旁边显示第二种布局。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Token embeddings</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>Unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Background states</source>
        <translation>背景状态</translation>
    </message>
    <message>
        <source>Whose hidden states are the points, and how they are prepared</source>
        <translation>各点是哪些文本的隐藏状态，以及如何预处理</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Further paths</source>
        <translation>其他路径</translation>
    </message>
    <message>
        <source>Show other prompts, runs, layers or interventions as further paths beside this text&apos;s</source>
        <translation>将其他提示词、运行记录、层或干预显示为其他路径，与当前文本的路径并列</translation>
    </message>
    <message>
        <source>Fit layout</source>
        <translation>拟合布局</translation>
    </message>
    <message>
        <source>Lay the points out anew: UMAP, t-SNE or PaCMAP</source>
        <translation>重新排布各点：UMAP、t-SNE 或 PaCMAP</translation>
    </message>
    <message>
        <source>Fit a new layout</source>
        <translation>拟合新布局</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Directions as axes</source>
        <translation>以方向为坐标轴</translation>
    </message>
    <message>
        <source>Choose the map&apos;s axes, or what its colours show: from a word or a selection to another, or a probe of a selection</source>
        <translation>选择地图的坐标轴，或颜色所表示的量：从一个词或选区到另一个，或选区的探针</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视角</translation>
    </message>
    <message>
        <source>Show the whole map (R)</source>
        <translation>显示整幅地图（R）</translation>
    </message>
    <message>
        <source>Search tokens</source>
        <translation>搜索词元</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Slide through the layers</source>
        <translation>逐层滑动</translation>
    </message>
    <message>
        <source>Drag with the left button</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>Two maps: {layout} beside it</source>
        <translation>两幅地图：旁边是 {layout}</translation>
    </message>
    <message>
        <source>One map</source>
        <translation>一幅地图</translation>
    </message>
    <message>
        <source>{end}: the selected points</source>
        <translation>{end}：选中的点</translation>
    </message>
    <message>
        <source>Take the mean of the points that are selected on the map</source>
        <translation>取地图上选中各点的均值</translation>
    </message>
    <message>
        <source>{n} selected point(s)</source>
        <translation>{n} 个选中的点</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Axis {n}</source>
        <translation>轴 {n}</translation>
    </message>
    <message>
        <source>{axis}, from</source>
        <translation>{axis}，起点</translation>
    </message>
    <message>
        <source>{axis}, to</source>
        <translation>{axis}，终点</translation>
    </message>
    <message>
        <source>Orthogonal axes</source>
        <translation>正交轴</translation>
    </message>
    <message>
        <source>Each axis is turned at right angles to those before it (Gram-Schmidt). Without this, axes that are alike show the same twice.</source>
        <translation>每个轴都转到与前面各轴垂直（Gram-Schmidt）。否则，相近的轴会重复显示相同的内容。</translation>
    </message>
    <message>
        <source>Type words, or select points and press ◎. A word of several tokens is the mean of their vectors; among hidden states a word is the mean of its states in the text, at its last token. Axes left empty are the largest principal components of the rest. The layout is linear: new points are placed exactly, and each axis states its share of the variance.</source>
        <translation>输入词语，或选中若干点后按 ◎。由多个词元组成的词取其向量的均值；在隐藏状态中，一个词取它在文本中各处状态的均值，以其最后一个词元为准。留空的轴取其余部分的最大主成分。布局是线性的：新点可以精确放置，每个轴都注明它占方差的比例。</translation>
    </message>
    <message>
        <source>Lay out along these axes</source>
        <translation>沿这些轴布局</translation>
    </message>
    <message>
        <source>Colour along axis 1</source>
        <translation>按轴 1 着色</translation>
    </message>
    <message>
        <source>Probe, points</source>
        <translation>探针，目标点</translation>
    </message>
    <message>
        <source>select, then ◎</source>
        <translation>选中，再按 ◎</translation>
    </message>
    <message>
        <source>Probe, against</source>
        <translation>探针，对照点</translation>
    </message>
    <message>
        <source>Fit a probe and colour by it</source>
        <translation>拟合探针并据此着色</translation>
    </message>
    <message>
        <source>A logistic regression that tells the first points from the second. What it is worth is measured on points that it was not fitted on, beside the same with shuffled labels.</source>
        <translation>一个把第一组点与第二组点区分开的逻辑回归。其效果在未参与拟合的点上测量，并附上打乱标签的结果作对照。</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>What dragging with the left button does (B: box, L: lasso); the right button always pans</source>
        <translation>左键拖动的作用（B：框选，L：套索）；右键始终为平移</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Select box</source>
        <translation>框选</translation>
    </message>
    <message>
        <source>Select lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Cancel fitting</source>
        <translation>取消拟合</translation>
    </message>
    <message>
        <source>Cancel fitting a layout</source>
        <translation>取消拟合布局</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>UMAP and t-SNE keep near neighbours together, PaCMAP weighs near, mid-near and far points (its authors tested it in 2D). None keeps distances; “How far to trust this map” measures each.</source>
        <translation>UMAP 和 t-SNE 让近邻聚在一起；PaCMAP 兼顾近、中、远三类点对（其作者在二维中做过检验）。三者都不保持距离；“这张地图有多可信”会逐一测量。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers that are laid out together are aligned: each token is tied to itself in the next of them, so that sliding moves points instead of shuffling them. The layers between are interpolated. Some neighbours are lost by it; the view shows the share that each layer keeps.</source>
        <translation>一起布局的各层互相对齐：每个词元都与它在下一层中的自己相连，因此滑动时点是移动，而不是重新打乱。其间的层由插值得到。这会损失一些邻居；视图会给出每一层的邻居保持率。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居数</translation>
    </message>
    <message>
        <source>UMAP n_neighbors: small values bring out fine detail, large values the overall shape.</source>
        <translation>UMAP n_neighbors：值小突出细节，值大突出整体形状。</translation>
    </message>
    <message>
        <source>Minimum distance</source>
        <translation>最小距离</translation>
    </message>
    <message>
        <source>UMAP min_dist: 0 packs clusters tightly, larger values spread points out.</source>
        <translation>UMAP min_dist：0 使聚类紧密，值越大点越分散。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>t-SNE perplexity: about how many neighbours each point has; three times as many are looked at.</source>
        <translation>t-SNE perplexity：大约是每个点的邻居数；实际考察的邻居为其三倍。</translation>
    </message>
    <message>
        <source>Near pairs</source>
        <translation>近点对</translation>
    </message>
    <message>
        <source>PaCMAP n_neighbors: how many near neighbours pull at each point.</source>
        <translation>PaCMAP n_neighbors：每个点受多少个近邻吸引。</translation>
    </message>
    <message>
        <source>Mid-near pairs</source>
        <translation>中近点对</translation>
    </message>
    <message>
        <source>PaCMAP MN_ratio: mid-near pairs for each near one; they give the layout its overall shape.</source>
        <translation>PaCMAP MN_ratio：每个近点对配多少个中近点对；它们决定布局的整体形状。</translation>
    </message>
    <message>
        <source>Further pairs</source>
        <translation>远点对</translation>
    </message>
    <message>
        <source>PaCMAP FP_ratio: further pairs for each near one; they push points apart.</source>
        <translation>PaCMAP FP_ratio：每个近点对配多少个远点对；它们把点彼此推开。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>距离度量</translation>
    </message>
    <message>
        <source>What “near” means between the vectors, in all dimensions.</source>
        <translation>在全部维度中，怎样衡量向量之间的“近”。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same layout on the same computer.</source>
        <translation>在同一台计算机上，相同的随机种子得到相同的布局。</translation>
    </message>
    <message>
        <source>{algorithm} needs the package {package}, which is not installed. Install it with “pip install {package}” in Orrery&apos;s environment, then start Orrery again.</source>
        <translation>{algorithm} 需要尚未安装的软件包 {package}。请在 Orrery 的环境中运行“pip install {package}”进行安装，然后重新启动 Orrery。</translation>
    </message>
    <message>
        <source>{n} points take about {time} on one core that is free, some tens of seconds more at the very first time. 3D and 2D are laid out; progress and Cancel are in the status line.</source>
        <translation>{n} 个点在一个空闲的核心上约需 {time}，首次运行还要多几十秒。三维和二维都会计算；进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>this layer alone</source>
        <translation>仅此一层</translation>
    </message>
    <message>
        <source>Hidden states after which layer; “input” is what the first one receives, “final norm” what the unembedding reads</source>
        <translation>哪一层之后的隐藏状态；“输入”是第一层接收的状态，“末层归一化”是解嵌入读取的状态</translation>
    </message>
    <message>
        <source>final norm</source>
        <translation>末层归一化</translation>
    </message>
    <message>
        <source>Slide through the layers. Layers that were laid out together (“Fit layout”, with AlignedUMAP&apos;s optimiser) lie over each other as they are; any other layer&apos;s layout is turned onto its neighbour&apos;s (Procrustes: rotated or mirrored as a whole). So points move only where the states do. A layer that is not there yet is computed first.</source>
        <translation>逐层滑动。一起布局的各层（“拟合布局”，使用 AlignedUMAP 的优化器）本就互相对齐；其他层的布局则会对齐到相邻层（Procrustes：整体旋转或镜像）。因此只有状态变化时点才移动。尚未计算的层会先计算。</translation>
    </message>
    <message>
        <source>Play through the layers</source>
        <translation>逐层播放</translation>
    </message>
    <message>
        <source>Play through the layers, from the one shown to the last</source>
        <translation>从当前层逐层播放到最后一层</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Drag to rotate, wheel to zoom, click a ray to continue the text with its token</source>
        <translation>拖动可旋转，滚轮可缩放，点击射线即以其词元续写</translation>
    </message>
    <message>
        <source>click to select all of these</source>
        <translation>点击以全部选中</translation>
    </message>
    <message>
        <source>click to single this path out, or to show all alike again</source>
        <translation>点击单独突出这条路径，或恢复同等显示</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Close the list of neighbours</source>
        <translation>关闭邻居列表</translation>
    </message>
    <message>
        <source>True neighbours (cosine, all dimensions)</source>
        <translation>真实近邻（余弦，全部维度）</translation>
    </message>
    <message>
        <source>Nearest on the map</source>
        <translation>地图上最近</translation>
    </message>
    <message>
        <source>all dimensions (cosine)</source>
        <translation>全部维度（余弦）</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>地图上</translation>
    </message>
    <message>
        <source>{token}: {n} of {all} are in both lists</source>
        <translation>{token}：{all} 个中有 {n} 个同在两个列表中</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this prompt&apos;s path</source>
        <translation>添加此提示词的路径</translation>
    </message>
    <message>
        <source>Add the path after this layer</source>
        <translation>添加该层之后的路径</translation>
    </message>
    <message>
        <source>Keep this run&apos;s path</source>
        <translation>保留此运行记录的路径</translation>
    </message>
    <message>
        <source>Add a saved run…</source>
        <translation>添加已保存的运行记录…</translation>
    </message>
    <message>
        <source>This text without interventions</source>
        <translation>当前文本，不含干预</translation>
    </message>
    <message>
        <source>This text with the interventions that are set</source>
        <translation>当前文本，含已设置的干预</translation>
    </message>
    <message>
        <source>Look at the paths</source>
        <translation>查看这些路径</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Remove all further paths</source>
        <translation>移除所有其他路径</translation>
    </message>
    <message>
        <source>Another prompt</source>
        <translation>另一个提示词</translation>
    </message>
    <message>
        <source>type another prompt</source>
        <translation>输入另一个提示词</translation>
    </message>
    <message>
        <source>Its tokens as a second path on this map, read with the interventions of the run on screen.</source>
        <translation>其词元成为此地图上的第二条路径，读取时带有当前运行记录的干预。</translation>
    </message>
    <message>
        <source>The path of this text stays on the map when another run begins.</source>
        <translation>开始新的运行后，当前文本的路径仍留在地图上。</translation>
    </message>
    <message>
        <source>The path of a run that was saved, or left unsaved, beside this one.</source>
        <translation>将已保存或未保存的运行记录的路径显示在当前路径旁。</translation>
    </message>
    <message>
        <source>The path of this text after another layer, in that layer&apos;s own map laid over this.</source>
        <translation>当前文本在另一层之后的路径，取自该层自己的地图，叠加在此地图上。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>This text after layer</source>
        <translation>当前文本，在此层之后</translation>
    </message>
    <message>
        <source>Remove {path}</source>
        <translation>移除 {path}</translation>
    </message>
    <message>
        <source>Search tokens ( / )</source>
        <translation>搜索词元（/）</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Tokens found</source>
        <translation>找到的词元</translation>
    </message>
    <message>
        <source>Select all {n}</source>
        <translation>选中全部 {n} 个</translation>
    </message>
    <message>
        <source>{token}    {kind} · {id}</source>
        <translation>{token}    {kind} · {id}</translation>
    </message>
    <message>
        <source>No token matches. Try fewer letters.</source>
        <translation>没有匹配的词元。试试更少的字母。</translation>
    </message>
    <message>
        <source>and {n} more, all marked on the map</source>
        <translation>另有 {n} 个，均已在地图上标出</translation>
    </message>
    <message>
        <source>Export the selection (CSV, JSON)…</source>
        <translation>导出选区（CSV、JSON）…</translation>
    </message>
    <message>
        <source>The selection was not exported: {why}</source>
        <translation>选区未能导出：{why}</translation>
    </message>
    <message>
        <source>1 − cosine, all dimensions</source>
        <translation>1 − 余弦，全部维度</translation>
    </message>
    <message>
        <source>Selected points</source>
        <translation>选中的点</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>What can be done with the selection</source>
        <translation>可对选区执行的操作</translation>
    </message>
    <message>
        <source>Selected tokens</source>
        <translation>选中的词元</translation>
    </message>
    <message>
        <source>{n} point(s) selected</source>
        <translation>已选中 {n} 个点</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message>
        <source>probability that the next token is one of them: {p}</source>
        <translation>下一个词元属于其中之一的概率：{p}</translation>
    </message>
    <message>
        <source>probability that the next token is one of them: at least {p}</source>
        <translation>下一个词元属于其中之一的概率：至少 {p}</translation>
    </message>
    <message>
        <source>More controls</source>
        <translation>更多控件</translation>
    </message>
    <message>
        <source>Show these states</source>
        <translation>显示这些状态</translation>
    </message>
    <message>
        <source>Sample text, short (about 5,000 tokens)</source>
        <translation>样本文本，短（约 5,000 个词元）</translation>
    </message>
    <message>
        <source>Sample text (about 20,000 tokens)</source>
        <translation>样本文本（约 20,000 个词元）</translation>
    </message>
    <message>
        <source>Text of the states</source>
        <translation>状态所属的文本</translation>
    </message>
    <message>
        <source>The states of every token of this text are the points behind the run.</source>
        <translation>这段文本每个词元的状态，就是运行路径背后的点。</translation>
    </message>
    <message>
        <source>Choose a text file</source>
        <translation>选择文本文件</translation>
    </message>
    <message>
        <source>A text file of your own, in any encoding</source>
        <translation>自己的文本文件，编码不限</translation>
    </message>
    <message>
        <source>Choose a folder of texts</source>
        <translation>选择文本文件夹</translation>
    </message>
    <message>
        <source>All text files of a folder and of those in it</source>
        <translation>该文件夹及其子文件夹中的所有文本文件</translation>
    </message>
    <message>
        <source>Standardise each dimension</source>
        <translation>标准化每个维度</translation>
    </message>
    <message>
        <source>Without this a few dimensions with huge values decide every distance, and all states look alike.</source>
        <translation>若不标准化，少数数值极大的维度会左右所有距离，使所有状态看起来都相似。</translation>
    </message>
    <message>
        <source>Leave out first tokens and outliers</source>
        <translation>排除首个词元和离群点</translation>
    </message>
    <message>
        <source>The state of a text&apos;s first token is far longer than all others; one such state can take most of the variance. States left out are marked, and placed afterwards.</source>
        <translation>文本首个词元的状态远长于其他所有状态；单独一个这样的状态就可能占去大部分方差。被排除的状态会加标记，并在之后放置。</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自选文本</translation>
    </message>
    <message>
        <source>{n} point(s)</source>
        <translation>{n} 个点</translation>
    </message>
    <message>
        <source>along {start} → {end}</source>
        <translation>沿 {start} → {end}</translation>
    </message>
    <message>
        <source>probe: log-odds</source>
        <translation>探针：对数几率</translation>
    </message>
    <message>
        <source>{title}: {share} of the variance (a random direction: {chance})</source>
        <translation>{title}：占方差的 {share}（随机方向：{chance}）</translation>
    </message>
    <message>
        <source>{title}: 0 at the mean of all points, {start} at the first end and {end} at the second; {share} of the points&apos; variance lies along this direction (along a random one {chance}).</source>
        <translation>{title}：所有点的均值处为 0，第一端处为 {start}，第二端处为 {end}；点的方差有 {share} 沿此方向（沿随机方向为 {chance}）。</translation>
    </message>
    <message>
        <source>Fitting the probe. Progress and Cancel are in the status line.</source>
        <translation>正在拟合探针。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Measuring along the direction.</source>
        <translation>正在沿该方向测量。</translation>
    </message>
    <message>
        <source>No direction is chosen. “Directions” above the map colours by one, or by a probe of a selection.</source>
        <translation>尚未选择方向。可用地图上方的“方向”按某个方向或选区的探针着色。</translation>
    </message>
    <message>
        <source>The direction was chosen from points of another space, which this one does not have. Choose one here.</source>
        <translation>该方向选自另一空间的点，而此空间没有这些点。请在此处另选一个。</translation>
    </message>
    <message>
        <source>probe: AUC {auc} held out (shuffled labels: {chance})</source>
        <translation>探针：留出数据的 AUC {auc}（打乱标签：{chance}）</translation>
    </message>
    <message>
        <source>held-out texts</source>
        <translation>留出的文本</translation>
    </message>
    <message>
        <source>held-out points (neighbours of theirs may have been fitted on)</source>
        <translation>留出的点（其邻居可能参与过拟合）</translation>
    </message>
    <message>
        <source>Probe (logistic regression) of {ones} against {others}, {n} + {m} of them fitted. On {held}, {folds} folds: {score}. With shuffled labels: {chance}. By the difference of the means alone: {means}.</source>
        <translation>探针（逻辑回归）：区分{ones}与{others}，拟合了 {n} + {m} 个点。在{held}上，{folds} 折：{score}。打乱标签：{chance}。仅用均值之差：{means}。</translation>
    </message>
    <message>
        <source>AUC {auc} (±{error}), accuracy {accuracy}</source>
        <translation>AUC {auc}（±{error}），准确率 {accuracy}</translation>
    </message>
    <message>
        <source>{title}: {value}</source>
        <translation>{title}：{value}</translation>
    </message>
    <message>
        <source>Placing the analogy on the map.</source>
        <translation>正在将类比放到地图上。</translation>
    </message>
    <message>
        <source>{formula}: arrows {angle} and {other} apart here (0° in all dimensions)</source>
        <translation>{formula}：箭头在此处相差 {angle} 和 {other}（全部维度中为 0°）</translation>
    </message>
    <message>
        <source>Arrows, parallel in all dimensions (0°): on this map {a} → {b} and {c} → {formula} stand {angle} apart, {a} → {c} and {b} → {formula} {other} (two random points: {chance}).</source>
        <translation>箭头在全部维度中平行（0°）：在此地图上，{a} → {b} 与 {c} → {formula} 相差 {angle}，{a} → {c} 与 {b} → {formula} 相差 {other}（随机两点：{chance}）。</translation>
    </message>
    <message>
        <source>{c} → {expected}: {full} from {a} → {b} in all dimensions, {here} on this map.</source>
        <translation>{c} → {expected}：与 {a} → {b} 在全部维度中相差 {full}，在此地图上相差 {here}。</translation>
    </message>
    <message>
        <source>Looking for clusters. Progress and Cancel are in the status line.</source>
        <translation>正在查找聚类。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>{n} clusters hold {share} of the points (chance: {m} hold {chance})</source>
        <translation>{n} 个聚类包含 {share} 的点（随机水平：{m} 个包含 {chance}）</translation>
    </message>
    <message>
        <source>HDBSCAN on this picture&apos;s {n} points</source>
        <translation>对本图的 {n} 个点运行 HDBSCAN</translation>
    </message>
    <message>
        <source>HDBSCAN in the {axes} principal axes of the unit vectors ({share} of their variance)</source>
        <translation>在单位向量的 {axes} 个主轴（占其方差的 {share}）上运行 HDBSCAN</translation>
    </message>
    <message>
        <source>run on {n} of {all} points, the others go with the nearest of them</source>
        <translation>在 {all} 个点中的 {n} 个上运行，其余各点归入与其最近者所属的聚类</translation>
    </message>
    <message>
        <source>{basis}: {n} clusters of at least {least} hold {share} of the points. A second sample has {again} (adjusted Rand index {rand}), a Gaussian cloud of the same covariance {m} that hold {chance}.</source>
        <translation>{basis}：{n} 个聚类（每个至少 {least} 个点）包含 {share} 的点。另一次抽样得到 {again} 个（调整兰德指数 {rand}）；相同协方差的高斯点云得到 {m} 个，包含 {chance} 的点。</translation>
    </message>
    <message>
        <source>Of the 15 true neighbours (all dimensions) of a point in a cluster {share} are in it too (chance {chance}). The number at each name is its stability: 1 is the same again, below 0.5 it has dissolved.</source>
        <translation>聚类中的点，其 15 个真实近邻（全部维度）平均有 {share} 也在该聚类中（随机水平：{chance}）。各名称旁的数字是稳定性：1 表示再次得到同一聚类，低于 0.5 表示已经解体。</translation>
    </message>
    <message>
        <source>So most of this space is not a cluster by density, however its pictures look.</source>
        <translation>因此，无论图上看起来如何，按密度而言，此空间的大部分并不构成聚类。</translation>
    </message>
    <message>
        <source>position in its text</source>
        <translation>在所属文本中的位置</translation>
    </message>
    <message>
        <source>surprisal (bits)</source>
        <translation>惊奇度（比特）</translation>
    </message>
    <message>
        <source>text kind</source>
        <translation>文本类别</translation>
    </message>
    <message>
        <source>next token in its text</source>
        <translation>原文中的下一个词元</translation>
    </message>
    <message>
        <source>source text</source>
        <translation>来源文本</translation>
    </message>
    <message>
        <source>token kind</source>
        <translation>词元类别</translation>
    </message>
    <message>
        <source>token id (lower = often more frequent)</source>
        <translation>词元编号（越小往往越常用）</translation>
    </message>
    <message>
        <source>vector norm</source>
        <translation>向量范数</translation>
    </message>
    <message>
        <source>cluster (k-means)</source>
        <translation>聚类（k-means）</translation>
    </message>
    <message>
        <source>probability of being the next token</source>
        <translation>作为下一个词元的概率</translation>
    </message>
    <message>
        <source>clusters of the space, stability</source>
        <translation>空间的聚类，稳定性</translation>
    </message>
    <message>
        <source>clusters of this picture, stability</source>
        <translation>本图的聚类，稳定性</translation>
    </message>
    <message>
        <source>Lines around the densest 25, 50, 75 and 90 % of the points in sight, as seen from here (Gaussian of 12 px).</source>
        <translation>圈出视野中最密集的 25%、50%、75% 和 90% 的点的等密度线，以当前视角为准（12 px 的高斯核）。</translation>
    </message>
    <message>
        <source>In 3D what is seen dense may lie one behind the other.</source>
        <translation>在三维中，看起来密集的点可能是前后重叠。</translation>
    </message>
    <message>
        <source>One of {n} points is counted.</source>
        <translation>每 {n} 个点计入 1 个。</translation>
    </message>
    <message>
        <source>all {n} together, aligned</source>
        <translation>全部 {n} 层一起布局，互相对齐</translation>
    </message>
    <message>
        <source>{n} layers together, aligned</source>
        <translation>{n} 层一起布局，互相对齐</translation>
    </message>
    <message>
        <source>UMAP of {n} layers together</source>
        <translation>{n} 层联合的 UMAP</translation>
    </message>
    <message>
        <source>between {lower} and {upper} of a UMAP of {n} layers together</source>
        <translation>介于 {n} 层联合 UMAP 中的 {lower} 与 {upper} 之间</translation>
    </message>
    <message>
        <source>the places of {lower} of a UMAP of {n} layers together</source>
        <translation>沿用 {n} 层联合 UMAP 中 {lower} 的位置</translation>
    </message>
    <message>
        <source>{what}, n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}</source>
        <translation>{what}，n_neighbors {n}，min_dist {d:g}，{metric}，随机种子 {seed}</translation>
    </message>
    <message>
        <source>from {layer} to here points move {mean:z.2f} of the map&apos;s radius on average (shuffled tokens: {control:z.2f})</source>
        <translation>从 {layer} 到此处，点平均移动地图半径的 {mean:z.2f} 倍（打乱词元：{control:z.2f}）</translation>
    </message>
    <message>
        <source>Estimating time and memory from a short run on this computer…</source>
        <translation>正在本机上试跑一小段，以估计时间和内存…</translation>
    </message>
    <message>
        <source>About {time} and {size} of memory, estimated from a short run on this computer.</source>
        <translation>约需 {time} 和 {size} 内存，由本机上的短时试跑估计。</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n:z.1f} h</source>
        <translation>{n:z.1f} 小时</translation>
    </message>
    <message>
        <source>sentence {i} of {n}: mean of {k} token(s), positions {a} to {b}</source>
        <translation>第 {i} 句（共 {n} 句）：{k} 个词元的均值，位置 {a} 至 {b}</translation>
    </message>
    <message>
        <source>click to go to its last token</source>
        <translation>点击跳到其最后一个词元</translation>
    </message>
    <message>
        <source>{kind}, position {n}</source>
        <translation>{kind}，位置 {n}</translation>
    </message>
    <message>
        <source>“{title}” ({kind}), position {n}</source>
        <translation>“{title}”（{kind}），位置 {n}</translation>
    </message>
    <message>
        <source>which text it is was not kept with this map</source>
        <translation>此地图未保存所属文本的信息</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
    <message>
        <source>point {n}</source>
        <translation>点 {n}</translation>
    </message>
    <message>
        <source>token {id} · {kind}</source>
        <translation>词元 {id} · {kind}</translation>
    </message>
    <message>
        <source>another branch: click to return to it</source>
        <translation>另一分支：点击返回</translation>
    </message>
    <message>
        <source>position {n}</source>
        <translation>位置 {n}</translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation>概率 {p}</translation>
    </message>
    <message>
        <source>{n} of its 15 true neighbours are near it on this map</source>
        <translation>其 15 个真实近邻中有 {n} 个在此地图上位于附近</translation>
    </message>
    <message>
        <source>an outlier (vector far longer than the rest), not used for the layout</source>
        <translation>离群点（向量远长于其余向量），未用于布局</translation>
    </message>
    <message>
        <source>double-click to go there</source>
        <translation>双击跳转</translation>
    </message>
    <message>
        <source>probability {p} of coming next</source>
        <translation>接下来出现的概率 {p}</translation>
    </message>
    <message>
        <source>chance {p} of being drawn</source>
        <translation>被抽中的概率 {p}</translation>
    </message>
    <message>
        <source>probability {p} after {token} (position {n})</source>
        <translation>在 {token} 之后（位置 {n}）的概率 {p}</translation>
    </message>
    <message>
        <source>the token chosen here</source>
        <translation>此处选用的词元</translation>
    </message>
    <message>
        <source>click to continue the text with it</source>
        <translation>点击以此续写文本</translation>
    </message>
    <message>
        <source>{token} (outlier)</source>
        <translation>{token}（离群点）</translation>
    </message>
    <message>
        <source>{arrow} {token} (outlier, position {n}) lies outside this view</source>
        <translation>{arrow} {token}（离群点，位置 {n}）在视野之外</translation>
    </message>
    <message>
        <source>{arrow} position {n}: outside</source>
        <translation>{arrow} 位置 {n}：在视野之外</translation>
    </message>
    <message>
        <source>PCA, {share} of variance</source>
        <translation>PCA，占方差的 {share}</translation>
    </message>
    <message>
        <source>t-SNE perplexity {p:g}, {metric}, seed {seed}</source>
        <translation>t-SNE perplexity {p:g}，{metric}，随机种子 {seed}</translation>
    </message>
    <message>
        <source>PaCMAP n_neighbors {n}, MN_ratio {mn:g}, FP_ratio {fp:g}, {metric}, seed {seed}</source>
        <translation>PaCMAP n_neighbors {n}，MN_ratio {mn:g}，FP_ratio {fp:g}，{metric}，随机种子 {seed}</translation>
    </message>
    <message>
        <source>UMAP n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}</source>
        <translation>UMAP n_neighbors {n}，min_dist {d:g}，{metric}，随机种子 {seed}</translation>
    </message>
    <message>
        <source>component {n} of the rest</source>
        <translation>其余部分的第 {n} 主成分</translation>
    </message>
    <message>
        <source>Directions: {axes}</source>
        <translation>方向：{axes}</translation>
    </message>
    <message>
        <source>Directions, not orthogonal: {axes}</source>
        <translation>方向，非正交：{axes}</translation>
    </message>
    <message>
        <source>Directions, orthogonal: {axes}</source>
        <translation>方向，正交：{axes}</translation>
    </message>
    <message>
        <source>{word} (mean of {n})</source>
        <translation>{word}（{n} 个的均值）</translation>
    </message>
    <message>
        <source>lost of {k} true neighbours</source>
        <translation>{k} 个真实近邻中丢失的比例</translation>
    </message>
    <message>
        <source>invented of the {k} nearest here</source>
        <translation>此处最近的 {k} 个中虚增的比例</translation>
    </message>
    <message>
        <source>Measuring what this picture loses. Progress and Cancel are in the status line.</source>
        <translation>正在测量本图丢失了什么。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>This space has too few points for {k} neighbours. Choose fewer in the view&apos;s options.</source>
        <translation>此空间的点太少，不足以取 {k} 个邻居。请在视图选项中减少邻居数。</translation>
    </message>
    <message>
        <source>loses {share} (shuffled: {chance})</source>
        <translation>丢失 {share}（打乱对照：{chance}）</translation>
    </message>
    <message>
        <source>invents {share} (shuffled: {chance})</source>
        <translation>虚增 {share}（打乱对照：{chance}）</translation>
    </message>
    <message>
        <source>On average {share} of a point&apos;s {k} true neighbours (cosine, all dimensions) are not among its {reach} nearest in this picture (shuffled: {chance}).</source>
        <translation>平均而言，一个点的 {k} 个真实近邻（余弦，全部维度）中，有 {share} 不在本图上离它最近的 {reach} 个之内（打乱对照：{chance}）。</translation>
    </message>
    <message>
        <source>On average {share} of the {k} points nearest to a point in this picture are not among its {reach} true neighbours (cosine, all dimensions; shuffled: {chance}).</source>
        <translation>平均而言，本图上离一个点最近的 {k} 个点中，有 {share} 不在它的 {reach} 个真实近邻之内（余弦，全部维度；打乱对照：{chance}）。</translation>
    </message>
    <message>
        <source>Measured for {n} of {all} points; the others are coloured by the mean of the 5 measured points nearest to them here (correlation with a point&apos;s own value: {r}).</source>
        <translation>测量了 {all} 个点中的 {n} 个；其余各点按此处离它最近的 5 个已测点的均值着色（与该点自身数值的相关系数：{r}）。</translation>
    </message>
    <message>
        <source>not measured itself; points near it: {lost} lost, {invented} invented</source>
        <translation>自身未测量；附近的点：丢失 {lost}，虚增 {invented}</translation>
    </message>
    <message>
        <source>lost: {n} of its {k} true neighbours (not among the {reach} nearest here)</source>
        <translation>丢失：{k} 个真实近邻中的 {n} 个（不在此处最近的 {reach} 个之内）</translation>
    </message>
    <message>
        <source>invented: {n} of the {k} nearest here (not among its {reach} true neighbours)</source>
        <translation>虚增：此处最近的 {k} 个中的 {n} 个（不在 {reach} 个真实近邻之内）</translation>
    </message>
    <message>
        <source>Lines to true neighbours: point at a dot, or click one to keep them.</source>
        <translation>真实近邻连线：指向一个点即可显示，点击则保留。</translation>
    </message>
    <message>
        <source>{token}: {n} of its {all} true neighbours (cosine, all dimensions) are among its {all} nearest here.</source>
        <translation>{token}：{all} 个真实近邻（余弦，全部维度）中，有 {n} 个在此处最近的 {all} 个之内。</translation>
    </message>
    <message>
        <source>true neighbour, near here too ({n})</source>
        <translation>真实近邻，在此处也近（{n}）</translation>
    </message>
    <message>
        <source>true neighbour, but not among the nearest here ({n})</source>
        <translation>真实近邻，但在此处不在最近之列（{n}）</translation>
    </message>
    <message>
        <source>near here, but no true neighbour ({n})</source>
        <translation>在此处近，但不是真实近邻（{n}）</translation>
    </message>
    <message>
        <source>{letter}: {n} sample(s) after {text}</source>
        <translation>{letter}：{text}之后的 {n} 个样本</translation>
    </message>
    <message>
        <source>after the final norm</source>
        <translation>末层归一化之后</translation>
    </message>
    <message>
        <source>{n}: this text, {place}</source>
        <translation>{n}：当前文本，{place}</translation>
    </message>
    <message>
        <source>{n}: this text without interventions</source>
        <translation>{n}：当前文本，不含干预</translation>
    </message>
    <message>
        <source>with {n} intervention(s)</source>
        <translation>含 {n} 项干预</translation>
    </message>
    <message>
        <source>{n}: this text {changed}</source>
        <translation>{n}：当前文本，{changed}</translation>
    </message>
    <message>
        <source>{n}: {text}</source>
        <translation>{n}：{text}</translation>
    </message>
    <message>
        <source>this text: {text}</source>
        <translation>当前文本：{text}</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>of another model: it has no place on this map</source>
        <translation>属于另一个模型：在此地图上没有位置</translation>
    </message>
    <message>
        <source>appears once the model of this run is loaded</source>
        <translation>加载此运行记录的模型后显示</translation>
    </message>
    <message>
        <source>on a map of tokens it is the run&apos;s own path: choose hidden states</source>
        <translation>在词元地图上，它就是运行记录自身的路径：请选择隐藏状态</translation>
    </message>
    <message>
        <source>the map of that layer is of other texts</source>
        <translation>该层的地图来自其他文本</translation>
    </message>
    <message>
        <source>Broad lines: mean of the samples&apos; points on this map, step by step (a mean of tokens has no point of its own). Rings: half of the samples lie within, on this map.</source>
        <translation>粗线：各样本的点在此地图上逐步的均值（词元的均值没有自己的点）。圆环：在此地图上，半数样本位于环内。</translation>
    </message>
    <message>
        <source>Broad lines: mean of the samples&apos; states in all dimensions, step by step, placed as any state is. Rings: half of the samples lie within, on this map.</source>
        <translation>粗线：各样本的状态在全部维度中逐步的均值，再像其他状态一样放置。圆环：在此地图上，半数样本位于环内。</translation>
    </message>
    <message>
        <source>Further paths, samples and broad lines go through running means of {n} of their points.</source>
        <translation>其他路径、样本和粗线经过各自每 {n} 个点的滑动平均。</translation>
    </message>
    <message>
        <source>The path of another layer lies in that layer&apos;s own map, turned onto this one (Procrustes): compare its shape rather than its place.</source>
        <translation>另一层的路径位于该层自己的地图中，并已旋转对齐到本图（Procrustes）：应比较形状，而不是位置。</translation>
    </message>
    <message>
        <source>sample {i} of {n}, group {g}: … {text}</source>
        <translation>第 {i} 个样本（共 {n} 个），{g} 组：… {text}</translation>
    </message>
    <message>
        <source>mean of {n} sample(s) after {k} tokens</source>
        <translation>{k} 个词元之后 {n} 个样本的均值</translation>
    </message>
    <message>
        <source>click to show all alike again</source>
        <translation>点击恢复同等显示</translation>
    </message>
    <message>
        <source>click to single it out</source>
        <translation>点击单独突出</translation>
    </message>
    <message>
        <source>The path has {n} token(s); the selected token is {token} at position {position}</source>
        <translation>路径有 {n} 个词元；选中的词元是位置 {position} 的 {token}</translation>
    </message>
    <message>
        <source>{n} ray(s) to what may come next, the most likely: {listed}</source>
        <translation>有 {n} 条射线指向接下来可能的词元，最可能的有：{listed}</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>prose</source>
        <translation>散文</translation>
    </message>
    <message>
        <source>science</source>
        <translation>科学</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Hidden states: {place}</source>
        <translation>隐藏状态：{place}</translation>
    </message>
    <message>
        <source>About {n} states; {size} on disk or in memory for all layers, {one} for the layer shown.</source>
        <translation>约 {n} 个状态；所有层在磁盘或内存中共占 {size}，所示层占 {one}。</translation>
    </message>
    <message>
        <source>At most {n} states: longer texts are used from their beginnings. At most {size} on disk or in memory for all layers, {one} for the layer shown.</source>
        <translation>最多 {n} 个状态：较长的文本只取开头部分。所有层在磁盘或内存中最多共占 {size}，所示层占 {one}。</translation>
    </message>
    <message>
        <source>Reading takes about {time} here, at the pace of the text shown.</source>
        <translation>按所示文本的速度，在此读取约需 {time}。</translation>
    </message>
    <message>
        <source>Progress and the time left are shown while the text is read; you can cancel.</source>
        <translation>读取文本时会显示进度和剩余时间；可以取消。</translation>
    </message>
    <message>
        <source>{space} · {layout} · {dimensions}</source>
        <translation>{space} · {layout} · {dimensions}</translation>
    </message>
    <message>
        <source>2D</source>
        <translation>2D</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>{space} is being computed; until then:</source>
        <translation>正在计算“{space}”；在此之前：</translation>
    </message>
    <message>
        <source>keeps {share} of neighbours</source>
        <translation>邻居保持率 {share}</translation>
    </message>
    <message>
        <source>map keeps {share} of neighbours (±{error}; chance: {chance})</source>
        <translation>地图的邻居保持率 {share}（±{error}；随机水平：{chance}）</translation>
    </message>
    <message>
        <source>in this model the unembedding and the token embeddings are the same matrix</source>
        <translation>在此模型中，解嵌入与词元嵌入是同一个矩阵</translation>
    </message>
    <message>
        <source>each dimension standardised over {n} hidden states of {text}</source>
        <translation>{text}的 {n} 个隐藏状态，各维度均已标准化</translation>
    </message>
    <message>
        <source>{n} hidden states of {text}, not standardised</source>
        <translation>{text}的 {n} 个隐藏状态，未标准化</translation>
    </message>
    <message>
        <source>{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text.</source>
        <translation>有 {n} 个状态仅作标记，未用于布局：每段文本的首个词元。</translation>
    </message>
    <message>
        <source>{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text, and {m} outliers (vectors far longer than the rest).</source>
        <translation>有 {n} 个状态仅作标记，未用于布局：每段文本的首个词元，以及 {m} 个离群点（向量远长于其余向量）。</translation>
    </message>
    <message>
        <source>a sample text</source>
        <translation>样本文本</translation>
    </message>
    <message>
        <source>Until then the colours show: {title}.</source>
        <translation>在此之前，颜色表示：{title}。</translation>
    </message>
    <message>
        <source>rays: chance of being drawn ({settings})</source>
        <translation>射线：被抽中的概率（{settings}）</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>estimated but for the selected token</source>
        <translation>除选中的词元外均为估计值</translation>
    </message>
    <message>
        <source>These points have no {quantity}, so they are coloured by {other}.</source>
        <translation>这些点没有{quantity}，因此按{other}着色。</translation>
    </message>
    <message>
        <source>{n} point(s) selected (Esc to clear)</source>
        <translation>已选中 {n} 个点（Esc 清除）</translation>
    </message>
    <message>
        <source>No rays: no next token is as likely as {least}. Lower “Least probability of a ray” in the view&apos;s options to see more.</source>
        <translation>没有射线：没有哪个下一词元的概率达到 {least}。可在视图选项中调低“射线的最小概率”以显示更多。</translation>
    </message>
    <message>
        <source>Path: sentence means</source>
        <translation>路径：句子均值</translation>
    </message>
    <message>
        <source>Path: running mean of {n} tokens</source>
        <translation>路径：{n} 个词元的滑动平均</translation>
    </message>
    <message>
        <source>Path: running mean of the points of {n} tokens on this map (small discs: the tokens themselves).</source>
        <translation>路径：此地图上每 {n} 个词元的点的滑动平均（小圆片：词元本身）。</translation>
    </message>
    <message>
        <source>Path: from sentence to sentence, each at the mean of its tokens&apos; points on this map ({n} sentences).</source>
        <translation>路径：逐句连接，每句位于其词元的点在此地图上的均值处（{n} 句）。</translation>
    </message>
    <message>
        <source>Shown of the path: {n} of {all} tokens.</source>
        <translation>路径共 {all} 个词元，显示 {n} 个。</translation>
    </message>
    <message>
        <source>path: position</source>
        <translation>路径：位置</translation>
    </message>
    <message>
        <source>path: surprisal (bits)</source>
        <translation>路径：惊奇度（比特）</translation>
    </message>
    <message>
        <source>≥ {bits}</source>
        <translation>≥ {bits}</translation>
    </message>
    <message>
        <source>A (line): {one} · B (dashes): {other}</source>
        <translation>A（实线）：{one} · B（虚线）：{other}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>{n} token(s) of B [has|have] no place on this map; [it is|they are] placed once the model is loaded.</source>
        <translation>B 有 {n} 个词元在此地图上没有位置；加载模型后会放置。</translation>
    </message>
    <message>
        <source>The path through the layers is computed by the model that made this run, while generation is paused.</source>
        <translation>跨层轨迹由生成此运行记录的模型计算，需暂停生成。</translation>
    </message>
    <message>
        <source>each state after the final norm</source>
        <translation>各状态经末层归一化</translation>
    </message>
    <message>
        <source>each state standardised as this space is</source>
        <translation>各状态按此空间的方式标准化</translation>
    </message>
    <message>
        <source>each state as it is</source>
        <translation>各状态保持原样</translation>
    </message>
    <message>
        <source>Path through the layers: {through}; keeps {share} of neighbours on average.</source>
        <translation>跨层轨迹：{through}；平均邻居保持率 {share}。</translation>
    </message>
    <message>
        <source>{path} {n} of the states (rings) [is an outlier|are outliers], far from the vectors the map was made from.</source>
        <translation>{path}其中 {n} 个状态（圆环）是离群点，远离制作此地图所用的向量。</translation>
    </message>
    <message>
        <source>while moving: 1 of {n} points</source>
        <translation>移动时：每 {n} 个点显示 1 个</translation>
    </message>
    <message>
        <source>PCA is the layout shown already. Choose another layout for either of the two maps.</source>
        <translation>当前显示的布局已是 PCA。请为两幅地图之一另选布局。</translation>
    </message>
    <message>
        <source>This space has no other {layout} layout yet. “Fit layout” or “Directions” makes one; or choose another second map.</source>
        <translation>此空间尚无另一个 {layout} 布局。可用“拟合布局”或“方向”生成；或另选第二幅地图。</translation>
    </message>
    <message>
        <source>This map is not stored with the run. It appears here once the model that made the run is loaded and has computed it.</source>
        <translation>此地图未随运行记录保存。加载生成该记录的模型并计算完成后，会显示在此处。</translation>
    </message>
    <message>
        <source>This map is being computed and appears here as soon as it is ready.</source>
        <translation>正在计算此地图，完成后立即显示在此处。</translation>
    </message>
    <message>
        <source>The map appears here when a model is loaded.</source>
        <translation>加载模型后，地图显示在此处。</translation>
    </message>
    <message>
        <source>The map needs OpenGL, which this computer does not offer. Everything else works.</source>
        <translation>地图需要 OpenGL，而本机不支持。其他功能均可使用。</translation>
    </message>
    <message>
        <source>{n} point(s) within</source>
        <translation>框内 {n} 个点</translation>
    </message>
    <message>
        <source>arrow keys: move · Shift + arrow keys or + / −: size · Enter: select · Esc: cancel</source>
        <translation>方向键：移动 · Shift + 方向键或 + / −：改变大小 · Enter：选取 · Esc：取消</translation>
    </message>
    <message>
        <source>arrow keys: draw (Shift: finely) · Enter: select · Esc: cancel</source>
        <translation>方向键：画线（Shift：微调） · Enter：选取 · Esc：取消</translation>
    </message>
    <message>
        <source>Asking the table for its next words.</source>
        <translation>正在向表询问后面的单词。</translation>
    </message>
    <message>
        <source>dashed: next words by a table of n = {n}</source>
        <translation>虚线：n = {n} 的表给出的下一个单词</translation>
    </message>
    <message>
        <source>Dashed: the most likely next words by counting six novels, n = {n}. Words before that the table heeds here: {used}; times that it has seen them: {times}. In brackets: the first token of a word of several.</source>
        <translation>虚线：统计六部小说得出的最可能的下一个单词，n = {n}。表在这里看前面的单词数：{used}；它见过它们的次数：{times}。括号中：由多个词元组成的单词，射线指向其第一个词元。</translation>
    </message>
    <message>
        <source>Dashed: the most likely words by counting six novels. The word before does not occur in them, so these are simply the most frequent ones.</source>
        <translation>虚线：统计六部小说得出的最可能的单词。前面的单词不在小说中，因此这些只是最常见的单词。</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>The map layout has made no progress for {seconds} seconds: its process may be stopped, or hang. Wait, or start the fit again; the layout shown stays.</source>
        <translation>地图布局已有 {seconds} 秒没有进展：其进程可能已停止或卡住。请等待，或重新开始拟合；当前显示的布局会保留。</translation>
    </message>
    <message>
        <source>Preparing the map layout</source>
        <translation>正在准备地图布局</translation>
    </message>
    <message>
        <source>This run was made by {name}, and only that model can make a map for it. Load it first.</source>
        <translation>此运行记录由 {name} 生成，只有该模型能为它制作地图。请先加载该模型。</translation>
    </message>
    <message>
        <source>The map was cancelled before it was complete. Choose it again to compute it.</source>
        <translation>地图在完成之前被取消。再次选择它即可重新计算。</translation>
    </message>
</context>
<context>
    <name>MeaningSpace</name>
    <message>
        <source>Look-ahead: share shown</source>
        <translation>前瞻：显示比例</translation>
    </message>
    <message>
        <source>Show the fewest continuations, the most likely first, that together have this probability, as far as other limits allow.</source>
        <translation>在其他限制允许的范围内，从最可能的开始，显示合计达到此概率所需的最少续写。</translation>
    </message>
    <message>
        <source>Look-ahead: tokens</source>
        <translation>前瞻：词元数</translation>
    </message>
    <message>
        <source>How many tokens deep the look-ahead tree is.</source>
        <translation>前瞻树的深度（词元数）。</translation>
    </message>
    <message>
        <source>Look-ahead: next tokens of each</source>
        <translation>前瞻：每步的下一词元数</translation>
    </message>
    <message>
        <source>How many next tokens of each continuation are looked at.</source>
        <translation>对每条续写考察多少个下一词元。</translation>
    </message>
    <message>
        <source>Look-ahead: continuations at most</source>
        <translation>前瞻：续写上限</translation>
    </message>
    <message>
        <source>How many continuations are kept at each depth at most.</source>
        <translation>每一深度最多保留多少条续写。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>2D</source>
        <translation>2D</translation>
    </message>
    <message>
        <source>Show the map in three dimensions or flat.</source>
        <translation>以三维或平面显示地图。</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>第二幅地图</translation>
    </message>
    <message>
        <source>Show another layout of the same points beside this one: hover, selection, path and rays are the same in both.</source>
        <translation>在旁边显示同样这些点的另一种布局：悬停、选区、路径和射线在两幅图中一致。</translation>
    </message>
    <message>
        <source>Turn both maps together</source>
        <translation>两幅地图同步旋转</translation>
    </message>
    <message>
        <source>Turn and zoom the second map with the first one. It zooms to the point that is under the pointer; moving a map sideways moves it alone.</source>
        <translation>第二幅地图随第一幅一起旋转和缩放。缩放以指针下的点为中心；横向移动只作用于单幅地图。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>What the colours of the points mean.</source>
        <translation>点的颜色所表示的量。</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>候选扇</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>截至当前</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Rays to the most likely next tokens: from the selected token, from each one up to it (select one after the other to see them come), or from all.</source>
        <translation>指向最可能的下一词元的射线：从选中的词元出发，从截至该词元的每个词元出发（逐个选中即可看到它们出现），或从全部词元出发。</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>A tree of what may come within the next tokens, instead of the fan of the next one. It grows while the model has nothing else to do.</source>
        <translation>显示接下来几个词元的可能续写树，代替下一词元的候选扇。模型空闲时，树会继续生长。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>What the line of the path goes through: each token, the running mean of the last few tokens&apos; places, or the mean place of each sentence. The means show where a long text goes.</source>
        <translation>路径的线经过什么：每个词元、最近若干词元位置的滑动平均，或每句的平均位置。均值能显示长文本的走向。</translation>
    </message>
    <message>
        <source>Path colour</source>
        <translation>路径颜色</translation>
    </message>
    <message>
        <source>What the colour of the path means.</source>
        <translation>路径的颜色所表示的量。</translation>
    </message>
    <message>
        <source>Rays</source>
        <translation>射线数</translation>
    </message>
    <message>
        <source>How many next tokens a fan shows.</source>
        <translation>一个候选扇显示多少个下一词元。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>The camera follows the selected token.</source>
        <translation>视角跟随选中的词元。</translation>
    </message>
    <message>
        <source>Last tokens</source>
        <translation>最近词元数</translation>
    </message>
    <message>
        <source>Show only so many tokens of the path, up to the selected one. 0 shows all of them.</source>
        <translation>只显示路径上截至选中词元的这么多个词元。0 表示全部显示。</translation>
    </message>
    <message>
        <source>Fade older tokens</source>
        <translation>较早的词元变淡</translation>
    </message>
    <message>
        <source>Whether tokens fade with their distance from the selected one.</source>
        <translation>词元是否随着与选中词元的距离而变淡。</translation>
    </message>
    <message>
        <source>Tokens of the running mean</source>
        <translation>滑动平均的词元数</translation>
    </message>
    <message>
        <source>Over how many tokens the running mean of the path is taken.</source>
        <translation>路径的滑动平均取多少个词元。</translation>
    </message>
    <message>
        <source>Least probability of a ray</source>
        <translation>射线的最小概率</translation>
    </message>
    <message>
        <source>Next tokens that are less likely get no ray.</source>
        <translation>概率更低的下一词元不画射线。</translation>
    </message>
    <message>
        <source>Rays as drawn</source>
        <translation>按抽样概率画射线</translation>
    </message>
    <message>
        <source>Rays show how likely each token is to be drawn with the temperature, the penalty and the filters set, instead of the model&apos;s own probability. The fan follows the sliders.</source>
        <translation>射线表示每个词元在所设温度、惩罚和过滤条件下被抽中的概率，而不是模型自身的概率。候选扇随滑块变化。</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>自动旋转</translation>
    </message>
    <message>
        <source>Rotate the map slowly.</source>
        <translation>缓慢旋转地图。</translation>
    </message>
    <message>
        <source>Neighbours that count</source>
        <translation>计入的邻居数</translation>
    </message>
    <message>
        <source>Of how many neighbours of each point the colours “neighbours lost” and “neighbours invented” are shares.</source>
        <translation>颜色“丢失的邻居”和“虚增的邻居”以每个点的多少个邻居为基数。</translation>
    </message>
    <message>
        <source>Fan of a table, n</source>
        <translation>表的候选扇，n</translation>
    </message>
    <message>
        <source>Beside the model&apos;s rays, on maps of tokens, dashed rays to the most likely next words by a table of n words, counted from the bundled novels; 0 shows none.</source>
        <translation>在词元的地图上，除模型的射线外，再用虚线指向 n 个单词的表给出的最可能的下一个单词；表由自带的小说统计而来；0 表示不显示。</translation>
    </message>
    <message>
        <source>Names of regions</source>
        <translation>区域名称</translation>
    </message>
    <message>
        <source>Names along the path</source>
        <translation>路径上的名称</translation>
    </message>
    <message>
        <source>Other branches</source>
        <translation>其他分支</translation>
    </message>
    <message>
        <source>Path through the layers</source>
        <translation>跨层轨迹</translation>
    </message>
    <message>
        <source>The hidden state of the selected token after each layer, as a second path.</source>
        <translation>选中词元在每一层之后的隐藏状态，显示为第二条路径。</translation>
    </message>
    <message>
        <source>Clusters shown</source>
        <translation>聚类粒度</translation>
    </message>
    <message>
        <source>How large the clusters are that the colours “clusters of the space” and “clusters of the picture” show.</source>
        <translation>颜色“空间的聚类”和“本图的聚类”所示聚类的大小。</translation>
    </message>
    <message>
        <source>Density lines</source>
        <translation>等密度线</translation>
    </message>
    <message>
        <source>Lines around the densest 25, 50, 75 and 90 % of the points in sight, as they are seen from here (D).</source>
        <translation>圈出视野中最密集的 25%、50%、75% 和 90% 的点，以当前视角为准（D）。</translation>
    </message>
    <message>
        <source>Lines to true neighbours</source>
        <translation>真实近邻连线</translation>
    </message>
    <message>
        <source>Join the point under the pointer, or the selected one, with its 15 nearest in all dimensions, and by dashes with what only looks near (N).</source>
        <translation>将指针下或选中的点与全部维度中最近的 15 个点相连，并用虚线连接只是看起来近的点（N）。</translation>
    </message>
    <message>
        <source>Quiet background along the path</source>
        <translation>淡化路径旁的背景</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>all spaces</source>
        <translation>所有空间</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>不淡化</translation>
    </message>
    <message>
        <source>Dim the points beside the path and its rays. They keep their hue, and none is left out, but kinds are told apart less well there.</source>
        <translation>淡化路径及其射线旁边的点。它们保留色相，一个也不隐去，但在那里类别较难分辨。</translation>
    </message>
    <message>
        <source>Glow</source>
        <translation>辉光</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>点的大小</translation>
    </message>
    <message>
        <source>Size of labels</source>
        <translation>标签大小</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>clusters of the space</source>
        <translation>空间的聚类</translation>
    </message>
    <message>
        <source>clusters of the picture</source>
        <translation>本图的聚类</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>coarse</source>
        <translation>粗</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>细</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation>惊奇度</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本类别</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>source text</source>
        <translation>来源文本</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>second group</source>
        <translation>第二分组</translation>
    </message>
    <message>
        <source>third group</source>
        <translation>第三分组</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>second measure</source>
        <translation>第二数值</translation>
    </message>
    <message>
        <source>neighbours lost</source>
        <translation>丢失的邻居</translation>
    </message>
    <message>
        <source>neighbours invented</source>
        <translation>虚增的邻居</translation>
    </message>
    <message>
        <source>token to token</source>
        <translation>逐词元</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>sentence means</source>
        <translation>句子均值</translation>
    </message>
    <message>
        <source>prompt and age</source>
        <translation>提示词与新旧</translation>
    </message>
    <message>
        <source>from 40 tokens</source>
        <translation>40 个词元起</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>PaCMAP</source>
        <translation>PaCMAP</translation>
    </message>
    <message>
        <source>directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Meaning space</source>
        <translation>语义空间</translation>
    </message>
    <message>
        <source>Embedding map</source>
        <translation>嵌入地图</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>representation</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>compare prompts</source>
        <translation>比较提示词</translation>
    </message>
    <message>
        <source>two layouts side by side</source>
        <translation>两种布局并排</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>Each dot is a token of the vocabulary or a hidden state of the model; dots that lie close are often similar, and rays show which tokens may come next.</source>
        <translation>每个点是词表中的一个词元或模型的一个隐藏状态；靠近的点往往相似，射线表示接下来可能出现的词元。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>{words} (not saved, {when})</source>
        <translation>{words}（未保存，{when}）</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行记录</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>NPZ</source>
        <translation>NPZ</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Theme: {title}</source>
        <translation>主题：{title}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Recent run</source>
        <translation>最近的运行记录</translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation>显示“{title}”</translation>
    </message>
    <message>
        <source>Export a figure of {title}</source>
        <translation>导出“{title}”的图</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation>欧氏</translation>
    </message>
    <message>
        <source>manhattan</source>
        <translation>曼哈顿</translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>What the class sees</source>
        <translation>全班所见</translation>
    </message>
    <message>
        <source>D, H and M switch pointer, highlighter and magnifier on; arrow keys move them; Enter draws</source>
        <translation>D、H、M 打开指针、荧光笔和放大镜；方向键移动它们；Enter 落笔画线</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>No model</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose another model, device or precision</source>
        <translation>选择其他模型、设备或精度</translation>
    </message>
    <message>
        <source>Choose one to begin</source>
        <translation>选择一个模型以开始</translation>
    </message>
    <message numerus="yes">
        <source>{n} layer(s)</source>
        <translation>
            <numerusform>{n} 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>the folder {path}</source>
        <translation>文件夹 {path}</translation>
    </message>
    <message>
        <source>the file {path}</source>
        <translation>文件 {path}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>the engine has ended</source>
        <translation>计算引擎已结束</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Find a model, or type a hub id: owner/model</source>
        <translation>查找模型，或输入 Hub ID：owner/model</translation>
    </message>
    <message>
        <source>Find a model, or type a hub id</source>
        <translation>查找模型，或输入 Hub ID</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open GGUF…</source>
        <translation>打开 GGUF…</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>left out, because its note is damaged or missing</source>
        <translation>未列入，因为其说明文件损坏或缺失</translation>
    </message>
    <message>
        <source>{folder} holds a model, but its note orrery.json is damaged or missing, so it is left out. Fetch the model again, or remove the folder.</source>
        <translation>{folder} 中有模型，但其说明文件 orrery.json 损坏或缺失，因此未列入。请重新下载该模型，或删除该文件夹。</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>打开 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 模型 (*.gguf)</translation>
    </message>
    <message>
        <source>load this from the Hugging Face hub</source>
        <translation>从 Hugging Face hub 加载</translation>
    </message>
    <message>
        <source>not a hub id (owner/model), and no such folder or file</source>
        <translation>不是 Hub ID（owner/model），也没有这样的文件夹或文件</translation>
    </message>
    <message>
        <source>load this folder</source>
        <translation>加载此文件夹</translation>
    </message>
    <message>
        <source>not a model folder: it has no config.json</source>
        <translation>不是模型文件夹：其中没有 config.json</translation>
    </message>
    <message>
        <source>load this GGUF file</source>
        <translation>加载此 GGUF 文件</translation>
    </message>
    <message>
        <source>not a GGUF file: its name does not end in .gguf</source>
        <translation>不是 GGUF 文件：文件名不以“.gguf”结尾</translation>
    </message>
    <message>
        <source>no such folder or file</source>
        <translation>没有这样的文件夹或文件</translation>
    </message>
</context>
<context>
    <name>Motion</name>
    <message>
        <source>those of the map</source>
        <translation>与地图相同</translation>
    </message>
    <message>
        <source>after the chosen layer</source>
        <translation>所选层之后</translation>
    </message>
    <message>
        <source>after the last layer</source>
        <translation>最后一层之后</translation>
    </message>
    <message>
        <source>after the final norm</source>
        <translation>末层归一化之后</translation>
    </message>
    <message>
        <source>token embeddings</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>states after the final norm</source>
        <translation>末层归一化之后的状态</translation>
    </message>
    <message>
        <source>states {place}</source>
        <translation>{place}的状态</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation>转角</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>到起点的距离</translation>
    </message>
    <message>
        <source>entropy of the next token (bits)</source>
        <translation>下一词元的熵（比特）</translation>
    </message>
    <message>
        <source>fan: cosine of two candidates</source>
        <translation>候选扇：两个候选的余弦相似度</translation>
    </message>
    <message>
        <source>fan: resultant length</source>
        <translation>候选扇：合向量长度</translation>
    </message>
    <message>
        <source>fan: autocorrelation of its direction</source>
        <translation>候选扇：方向自相关</translation>
    </message>
    <message>
        <source>The Euclidean distance from the position before.</source>
        <translation>到前一位置的欧氏距离。</translation>
    </message>
    <message>
        <source>The angle between the step to a position and the step from it: 0° straight on, 180° back. Unrelated points give 120° on average, since every step away from a point is followed by one from there.</source>
        <translation>到达一个位置的步与离开它的步之间的夹角：0° 为直行，180° 为折返。互不相关的点平均为 120°，因为每次离开一个点之后，下一步都从那里出发。</translation>
    </message>
    <message>
        <source>1 / radius of the circle through a position and those before and after it (Menger curvature).</source>
        <translation>经过一个位置及其前后两个位置的圆的半径的倒数（Menger 曲率）。</translation>
    </message>
    <message>
        <source>The Euclidean distance from the first position; a random walk grows with the root of the steps.</source>
        <translation>到第一个位置的欧氏距离；随机游走按步数的平方根增长。</translation>
    </message>
    <message>
        <source>How open the next token is. Shuffled order has the same values elsewhere.</source>
        <translation>下一个词元有多不确定。打乱顺序后数值相同，只是出现在别处。</translation>
    </message>
    <message>
        <source>The mean cosine of two of the states after the most likely next tokens, around the middle of the space: 0 for unrelated ones. What it is above mixed candidates of other steps is this step&apos;s own.</source>
        <translation>最可能的几个下一词元之后的状态两两之间余弦的均值，以空间中心为原点：互不相关时为 0。超出其他步混合候选的部分，才属于这一步自身。</translation>
    </message>
    <message>
        <source>The length of the mean direction from the current point to the candidates, 1 = all the same. It is large for any states, because they all lie on the side of the middle of the space: the fan of another step, seen from here, is as long. It is not evidence of a direction.</source>
        <translation>从当前点到各候选的平均方向的长度，1 表示方向完全相同。对任何状态它都很大，因为从当前点看，候选都在空间中心那一侧：从这里看另一步的候选扇，长度也一样。它不能证明存在某个方向。</translation>
    </message>
    <message>
        <source>How alike the directions of fans are that lie some steps apart, their mean taken away.</source>
        <translation>相隔若干步的候选扇，去掉均值后方向有多相似。</translation>
    </message>
    <message>
        <source>step / typical distance</source>
        <translation>步长 / 典型距离</translation>
    </message>
    <message>
        <source>turning angle (°)</source>
        <translation>转角（°）</translation>
    </message>
    <message>
        <source>curvature × mean step</source>
        <translation>曲率 × 平均步长</translation>
    </message>
    <message>
        <source>growth of the distance (exponent)</source>
        <translation>距离的增长（指数）</translation>
    </message>
    <message>
        <source>recurrences in a row</source>
        <translation>连续递归</translation>
    </message>
    <message>
        <source>entropy, next to itself</source>
        <translation>熵，与相邻步的相关</translation>
    </message>
    <message>
        <source>fan: cosine of candidates</source>
        <translation>候选扇：候选的余弦相似度</translation>
    </message>
    <message>
        <source>fan: direction, next to itself</source>
        <translation>候选扇：方向，与相邻步的相关</translation>
    </message>
    <message>
        <source>Mean step length by the mean distance of any two positions; below 1 the text moves in smaller steps than its points lie apart.</source>
        <translation>平均步长除以任意两个位置的平均距离；小于 1 表示文本每步的移动小于各点之间的距离。</translation>
    </message>
    <message>
        <source>Mean angle between one step and the next.</source>
        <translation>一步与下一步之间夹角的均值。</translation>
    </message>
    <message>
        <source>Mean Menger curvature by the mean step, so that scale does not matter.</source>
        <translation>平均 Menger 曲率乘以平均步长，使尺度不影响结果。</translation>
    </message>
    <message>
        <source>a in distance from the start ~ steps^a: 1 straight on, 0.5 a random walk, 0 no movement away.</source>
        <translation>“到起点的距离 ~ 步数^a”中的 a：1 为直行，0.5 为随机游走，0 为不远离。</translation>
    </message>
    <message>
        <source>Of the nearest 10 % of all pairs of positions, how many continue along a diagonal: pieces of the path are walked again (DET).</source>
        <translation>在所有位置对中最近的 10% 里，有多少沿对角线延续：路径的片段被重新走过（DET）。</translation>
    </message>
    <message>
        <source>Lag-1 autocorrelation of the entropy of the next token.</source>
        <translation>下一词元的熵的滞后 1 自相关。</translation>
    </message>
    <message>
        <source>Mean cosine of two candidates&apos; states around the middle of the space.</source>
        <translation>两个候选的状态之间余弦的均值，以空间中心为原点。</translation>
    </message>
    <message>
        <source>Length of the mean direction from the current point to the candidates.</source>
        <translation>从当前点到各候选的平均方向的长度。</translation>
    </message>
    <message>
        <source>Lag-1 autocorrelation of the fan&apos;s direction.</source>
        <translation>候选扇方向的滞后 1 自相关。</translation>
    </message>
    <message>
        <source>shuffled order</source>
        <translation>打乱顺序</translation>
    </message>
    <message>
        <source>random walk</source>
        <translation>随机游走</translation>
    </message>
    <message>
        <source>mixed candidates</source>
        <translation>混合候选</translation>
    </message>
    <message>
        <source>random tokens</source>
        <translation>随机词元</translation>
    </message>
    <message>
        <source>another step&apos;s fan</source>
        <translation>另一步的候选扇</translation>
    </message>
    <message>
        <source>the same positions in another order, mean of 200</source>
        <translation>同样的位置换成其他顺序，200 次的均值</translation>
    </message>
    <message>
        <source>steps of the same lengths in random directions, mean of 200</source>
        <translation>步长相同、方向随机，200 次的均值</translation>
    </message>
    <message>
        <source>candidates of other steps of the same text, one of each</source>
        <translation>同一文本其他步的候选，每步取一个</translation>
    </message>
    <message>
        <source>tokens of about the same frequency put after the same text: they share all but the choice</source>
        <translation>频率相近的词元接在同一文本之后：除了选哪个词元，其余都相同</translation>
    </message>
    <message>
        <source>the whole fan of another step of the same text, seen from this point</source>
        <translation>同一文本另一步的整个候选扇，从此点看去</translation>
    </message>
    <message>
        <source>A law counts where the difference from every control leaves out 0 at 1 − 0.05 / {n} (bootstrap over texts, corrected for {n} comparisons), with one sign.</source>
        <translation>定律成立的条件：与每个对照的差在 1 − 0.05 / {n} 水平上都不含 0（对文本做自助法，按 {n} 次比较校正），且符号一致。</translation>
    </message>
    <message>
        <source>At least {n} texts are needed to tell a law from chance: of fewer all may lie on one side by luck.</source>
        <translation>要区分定律与随机，至少需要 {n} 段文本：更少时，可能全凭运气落在同一侧。</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>全部维度</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图上</translation>
    </message>
    <message>
        <source>The fan&apos;s resultant length {own} is not a direction of its own: another step&apos;s fan has {other} from the same point.</source>
        <translation>候选扇的合向量长度 {own} 并不是它自己的方向：从同一点看，另一步的候选扇为 {other}。</translation>
    </message>
    <message>
        <source>{where}: no law beyond chance here.</source>
        <translation>{where}：此处没有超出随机水平的定律。</translation>
    </message>
    <message>
        <source>{law} {own} (chance {control})</source>
        <translation>{law} {own}（随机水平 {control}）</translation>
    </message>
    <message>
        <source>{where}, beyond chance: {laws}.</source>
        <translation>{where}，超出随机水平：{laws}。</translation>
    </message>
</context>
<context>
    <name>MotionView</name>
    <message>
        <source>step length</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>turning angle</source>
        <translation>转角</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>到起点的距离</translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation>下一词元的熵</translation>
    </message>
    <message>
        <source>fan: cosine of candidates</source>
        <translation>候选扇：候选的余弦相似度</translation>
    </message>
    <message>
        <source>fan: resultant length</source>
        <translation>候选扇：合向量长度</translation>
    </message>
    <message>
        <source>fan: autocorrelation of its direction</source>
        <translation>候选扇：方向自相关</translation>
    </message>
    <message>
        <source>Motion of the text</source>
        <translation>文本的运动</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Steps, turns and fans</source>
        <translation>步长、转角与候选扇</translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>recurrence plot</source>
        <translation>递归图</translation>
    </message>
    <message>
        <source>autocorrelation</source>
        <translation>自相关</translation>
    </message>
    <message>
        <source>How the text moves from token to token, in all dimensions and on the map, beside the same positions in shuffled order and a random walk.</source>
        <translation>文本如何从一个词元移动到下一个：在全部维度中和在地图上，并与打乱顺序的同一批位置以及随机游走对照。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is measured at each position.</source>
        <translation>在每个位置上测量什么。</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Which vectors make the path: what the map shows, or states after a layer. Token embeddings are those that enter layer 0.</source>
        <translation>路径由哪些向量构成：地图所示的向量，或某一层之后的状态。词元嵌入即进入第 0 层的向量。</translation>
    </message>
    <message>
        <source>Leave out outliers</source>
        <translation>排除离群点</translation>
    </message>
    <message>
        <source>Position 0 and states of more than 4 times the usual length: one of them is farther away than the whole rest of the path is long. Token embeddings are never left out.</source>
        <translation>位置 0，以及长度超过通常 4 倍的状态：单单一个就比其余整条路径的长度还远。词元嵌入从不排除。</translation>
    </message>
    <message>
        <source>Measure the fans</source>
        <translation>测量候选扇</translation>
    </message>
    <message>
        <source>Read the sample texts</source>
        <translation>读取样本文本</translation>
    </message>
    <message>
        <source>{measure}, {states}</source>
        <translation>{measure}，{states}</translation>
    </message>
    <message>
        <source>No text to follow. Type a prompt and press play.</source>
        <translation>没有可跟踪的文本。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>One token is a point, not a path. Generate another one.</source>
        <translation>一个词元只是一个点，不成路径。请再生成一个。</translation>
    </message>
    <message>
        <source>This run holds no hidden states. Load its model and run the prompt again.</source>
        <translation>这个运行没有隐藏状态。请加载它的模型，再运行一次提示词。</translation>
    </message>
    <message>
        <source>States after the final norm are computed when generation pauses.</source>
        <translation>末层归一化之后的状态在生成暂停后计算。</translation>
    </message>
    <message>
        <source>States after the final norm are not recorded: they need the model that made this run.</source>
        <translation>末层归一化之后的状态未记录：需要生成此运行记录的模型。</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>全部维度</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图上</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Fans are measured with the model that made this run, when generation has paused.</source>
        <translation>候选扇在生成暂停后由生成此运行记录的模型测量。</translation>
    </message>
    <message>
        <source>Each position takes one step of the model with 16 tokens.</source>
        <translation>每个位置需让模型对 16 个词元各走一步。</translation>
    </message>
    <message>
        <source>{where}: {own}; mixed candidates {mixed}, random tokens {random}, another step&apos;s fan {other}.</source>
        <translation>{where}：{own}；混合候选 {mixed}，随机词元 {random}，另一步的候选扇 {other}。</translation>
    </message>
    <message>
        <source>{where}: {own}; mixed candidates {mixed}, random tokens {random}.</source>
        <translation>{where}：{own}；混合候选 {mixed}，随机词元 {random}。</translation>
    </message>
    <message>
        <source>Measured up to position {at}.</source>
        <translation>已测量到位置 {at}。</translation>
    </message>
    <message>
        <source>{where}: too few positions.</source>
        <translation>{where}：位置太少。</translation>
    </message>
    <message>
        <source>{where}: {own} from one step to the next; shuffled order {low} to {high}.</source>
        <translation>{where}：相邻两步之间 {own}；打乱顺序为 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{where}: {own} on average; in shuffled order {low} to {high}.</source>
        <translation>{where}：平均 {own}；打乱顺序为 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{where}: {own} on average; in shuffled order {low} to {high}, random walk {walk}.</source>
        <translation>{where}：平均 {own}；打乱顺序为 {low} 到 {high}，随机游走 {walk}。</translation>
    </message>
    <message>
        <source>No law beyond chance here.</source>
        <translation>这里没有超出随机水平的规律。</translation>
    </message>
    <message numerus="yes">
        <source>{n} step(s) have length 0 (the same vector twice): no angle is defined there.</source>
        <translation>
            <numerusform>有 {n} 步长度为 0（同一向量出现两次），该处转角无定义。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} position(s) left out as [an outlier|outliers]: {which}.</source>
        <translation>
            <numerusform>已排除 {n} 个离群位置：{which}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last {n} positions are measured.</source>
        <translation>测量最后 {n} 个位置。</translation>
    </message>
    <message>
        <source>Each dimension is standardised over {n} states of bundled texts.</source>
        <translation>各维度按内置文本的 {n} 个状态标准化。</translation>
    </message>
    <message>
        <source>Each dimension is standardised over the {n} states of this text.</source>
        <translation>各维度按此文本的 {n} 个状态标准化。</translation>
    </message>
    <message>
        <source>No map shows states after the final norm.</source>
        <translation>没有地图显示末层归一化之后的状态。</translation>
    </message>
    <message>
        <source>Show the map of these states to measure the path on it too.</source>
        <translation>显示这些状态的地图，即可同时在地图上测量路径。</translation>
    </message>
    <message>
        <source>Reading the sample texts. Progress and Cancel are in the status line.</source>
        <translation>正在读取样本文本。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>“Read the sample texts” standardises over their states instead: {time}.</source>
        <translation>“读取样本文本”可改按样本文本的状态标准化：{time}。</translation>
    </message>
    <message>
        <source>seconds on a small model, minutes on a large one</source>
        <translation>小模型几秒，大模型几分钟</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>all {n} dimensions</source>
        <translation>全部 {n} 维</translation>
    </message>
    <message>
        <source>on the map ({name}, 3D)</source>
        <translation>地图上（{name}，3D）</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>此文本</translation>
    </message>
    <message>
        <source>shuffled order, and 95 % of 200</source>
        <translation>打乱顺序（200 次中的 95%）</translation>
    </message>
    <message>
        <source>random walk with the same steps</source>
        <translation>步长相同的随机游走</translation>
    </message>
    <message>
        <source>steps apart</source>
        <translation>相隔步数</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>shuffled order</source>
        <translation>打乱顺序</translation>
    </message>
    <message>
        <source>random walk</source>
        <translation>随机游走</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{n} steps apart</source>
        <translation>相隔 {n} 步</translation>
    </message>
    <message>
        <source>left out as an outlier</source>
        <translation>作为离群点排除</translation>
    </message>
    <message>
        <source>no step leads here</source>
        <translation>没有步通向此处</translation>
    </message>
    <message>
        <source>undefined: it takes two steps that have a length</source>
        <translation>无定义：前后两步的长度都须不为 0</translation>
    </message>
    <message>
        <source>“{token}” ({position})</source>
        <translation>“{token}”（{position}）</translation>
    </message>
    <message>
        <source>recurrence plot: distance</source>
        <translation>递归图：距离</translation>
    </message>
    <message>
        <source>distance {value}</source>
        <translation>距离 {value}</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Arrow: the hidden state here, from the original model to the modified one.</source>
        <translation>箭头：此处的隐藏状态，从原始模型指向修改后的模型。</translation>
    </message>
    <message>
        <source>No arrow: “{token}” is the most likely next token with and without the interventions.</source>
        <translation>无箭头：有无干预，最可能的下一个词元都是“{token}”。</translation>
    </message>
    <message>
        <source>Arrow: most likely next token, from “{one}” (original) to “{other}” (modified).</source>
        <translation>箭头：最可能的下一个词元，从“{one}”（原始）到“{other}”（修改后）。</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>修改后</translation>
    </message>
</context>
<context>
    <name>NamesControls</name>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>A sentence that either name could complete</source>
        <translation>两个名字都可以续完的句子</translation>
    </message>
    <message>
        <source>Correct name</source>
        <translation>正确的名字</translation>
    </message>
    <message>
        <source>The correct name: its logit counts positively</source>
        <translation>正确的名字：其 logit 计为正</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>另一个名字</translation>
    </message>
    <message>
        <source>Its logit is subtracted</source>
        <translation>减去其 logit</translation>
    </message>
    <message>
        <source>Use as prompt</source>
        <translation>用作提示词</translation>
    </message>
    <message>
        <source>Run this sentence as the prompt, so that every view shows it</source>
        <translation>以此句为提示词运行，使所有视图都显示它</translation>
    </message>
    <message>
        <source>Add to interventions</source>
        <translation>加入干预列表</translation>
    </message>
    <message>
        <source>Add the selected head to the interventions, switched off</source>
        <translation>将选中的头以关闭状态加入干预列表</translation>
    </message>
    <message>
        <source>Switch off every head</source>
        <translation>逐一关闭各头</translation>
    </message>
    <message>
        <source>Measure the logit difference with each head switched off in turn</source>
        <translation>逐一关闭每个头，测量各自的 logit 差</translation>
    </message>
    <message>
        <source>not</source>
        <translation>而非</translation>
    </message>
    <message>
        <source>Add {head} to the interventions</source>
        <translation>将 {head} 加入干预列表</translation>
    </message>
    <message>
        <source>Use {name} instead</source>
        <translation>改用 {name}</translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>The net: neurons and weights</source>
        <translation>网络：神经元与权重</translation>
    </message>
    <message>
        <source>weight of each line</source>
        <translation>每条线的权重</translation>
    </message>
    <message>
        <source>weights; only the {n} strongest of {all} are drawn</source>
        <translation>权重；{all} 个中只画出最强的 {n} 个</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>hidden {n}</source>
        <translation>隐藏层 {n}</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>输出 {name}</translation>
    </message>
    <message>
        <source>neuron {unit} of hidden layer {layer}</source>
        <translation>隐藏层 {layer} 的神经元 {unit}</translation>
    </message>
    <message>
        <source>bias of {to}</source>
        <translation>{to}的偏置</translation>
    </message>
    <message>
        <source>weight from {source} to {to}</source>
        <translation>从 {source} 到 {to} 的权重</translation>
    </message>
    <message>
        <source>bias {to}</source>
        <translation>偏置 {to}</translation>
    </message>
    <message>
        <source>weight {source} → {to}</source>
        <translation>权重 {source} → {to}</translation>
    </message>
    <message>
        <source>input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>{name}, bias {bias}. Click to choose the bias.</source>
        <translation>{name}，偏置 {bias}。点击可选中偏置。</translation>
    </message>
</context>
<context>
    <name>NeuronView</name>
    <message>
        <source>what it reads and writes</source>
        <translation>读取与写入</translation>
    </message>
    <message>
        <source>along this text</source>
        <translation>沿此文本</translation>
    </message>
    <message>
        <source>where it is most active</source>
        <translation>最活跃之处</translation>
    </message>
    <message>
        <source>Neuron details</source>
        <translation>神经元详情</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>What it reads, writes, and reacts to</source>
        <translation>它读取什么、写入什么、对什么起反应</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>max activating examples</source>
        <translation>最大激活样例</translation>
    </message>
    <message>
        <source>logit weights</source>
        <translation>logit 权重</translation>
    </message>
    <message>
        <source>output weights</source>
        <translation>输出权重</translation>
    </message>
    <message>
        <source>Neuronpedia</source>
        <translation>Neuronpedia</translation>
    </message>
    <message>
        <source>top activating texts</source>
        <translation>激活最强的文本</translation>
    </message>
    <message>
        <source>One neuron: which tokens its output makes more or less likely, where in a text it is active, and what changes without it.</source>
        <translation>单个神经元：其输出使哪些词元更可能或更不可能，它在文本何处激活，以及关闭它会有何变化。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What is shown of this neuron.</source>
        <translation>显示该神经元的什么内容。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A UTF-8 file instead of the bundled sample.</source>
        <translation>以 UTF-8 文件代替内置样本。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read the sample</source>
        <translation>读取样本</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>读取文件…</translation>
    </message>
    <message>
        <source>Neuron to show</source>
        <translation>要显示的神经元</translation>
    </message>
    <message>
        <source>Type a neuron, such as L10.N100 or 10.100, and press Enter: every view shows it</source>
        <translation>输入一个神经元，如 L10.N100 或 10.100，再按 Enter：所有视图都会显示它</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>positions (each step of the axis: ten times as many)</source>
        <translation>位置数（坐标轴每一格为十倍）</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>promotes</source>
        <translation>促进</translation>
    </message>
    <message>
        <source>suppresses</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上投影</translation>
    </message>
    <message>
        <source>{key}: along</source>
        <translation>{key}：同向</translation>
    </message>
    <message>
        <source>{key}: against</source>
        <translation>{key}：反向</translation>
    </message>
    <message>
        <source>KL (original ‖ neuron switched off), bits</source>
        <translation>KL（原始 ‖ 关闭该神经元），比特</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>{site}: {page}</source>
        <translation>{site}：{page}</translation>
    </message>
    <message>
        <source>Load a model to look into its neurons.</source>
        <translation>加载模型后可查看其神经元。</translation>
    </message>
    <message>
        <source>A run file does not store weights; they are read from the model that made this run.</source>
        <translation>运行记录文件不存储权重；权重从生成此运行记录的模型读取。</translation>
    </message>
    <message>
        <source>Reading the neuron&apos;s weights.</source>
        <translation>正在读取该神经元的权重。</translation>
    </message>
    <message>
        <source>Output weights × final-norm gain × unembedding: change of each logit per unit of activation (the norm&apos;s division is ignored). Where the activation is negative, promoted and suppressed change places.</source>
        <translation>输出权重 × 末层归一化增益 × 解嵌入：激活值每增加一个单位，各 logit 的变化（忽略归一化的除法）。激活值为负时，促进与抑制互换。</translation>
    </message>
    <message>
        <source>Its activation is the gate (after the activation function) times the up projection.</source>
        <translation>其激活值为门控（经激活函数后）乘以上投影。</translation>
    </message>
    <message>
        <source>The neuron is more active when the residual stream points along its input weights.</source>
        <translation>残差流越指向其输入权重的方向，该神经元越活跃。</translation>
    </message>
    <message>
        <source>Input weights include the gain of the norm before the MLP.</source>
        <translation>输入权重含 MLP 之前归一化的增益。</translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation>还没有文本可看。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>A run file does not store every neuron; this one is read by the model that made this run.</source>
        <translation>运行记录文件不存储每个神经元；此神经元由生成此运行记录的模型读取。</translation>
    </message>
    <message>
        <source>The neuron is read along the text when generation pauses.</source>
        <translation>生成暂停后沿文本读取该神经元。</translation>
    </message>
    <message>
        <source>Largest activation at “{word}” ({at}): {value}.</source>
        <translation>激活值最大处：“{word}”（{at}），{value}。</translation>
    </message>
    <message numerus="yes">
        <source>Over {n} position(s), the size of its activation and the effect of switching it off correlate with r = {r} (switched off at every position).</source>
        <translation>
            <numerusform>在 {n} 个位置上，其激活值的绝对值与关闭它的效应的相关系数 r = {r}（在每个位置都关闭）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first token is left out: its activation ({value}) is far larger than all others (a “massive activation”).</source>
        <translation>首个词元未计入：其激活值（{value}）远大于其他所有值（“巨量激活”）。</translation>
    </message>
    <message>
        <source>Runs the model over a text and records this neuron&apos;s activation at every token.</source>
        <translation>用模型读一段文本，记录此神经元在每个词元上的激活值。</translation>
    </message>
    <message>
        <source>{n} tokens of {source} (without the first token of each piece): {active} have an activation above a tenth of the largest in size, {positive} are positive, the mean is {mean}. {note}</source>
        <translation>{source}，{n} 个词元（不含每段的首个词元）：{active} 的激活值绝对值超过最大值的十分之一，{positive} 为正，均值为 {mean}。{note}</translation>
    </message>
    <message>
        <source>the bundled sample</source>
        <translation>内置样本</translation>
    </message>
    <message>
        <source>{site} is not a neuron: type one such as L10.N100.</source>
        <translation>{site} 不是神经元：请输入如 L10.N100 的神经元。</translation>
    </message>
    <message>
        <source>Read a text</source>
        <translation>读取文本</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>文本 (*.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>NeuronsView</name>
    <message>
        <source>Find components</source>
        <translation>查找组件</translation>
    </message>
    <message>
        <source>Which component says this token?</source>
        <translation>哪个组件说出这个词元？</translation>
    </message>
    <message>
        <source>attribution patching</source>
        <translation>归因修补</translation>
    </message>
    <message>
        <source>gradient times activation</source>
        <translation>梯度×激活值</translation>
    </message>
    <message>
        <source>neuron search</source>
        <translation>神经元搜索</translation>
    </message>
    <message>
        <source>head search</source>
        <translation>注意力头搜索</translation>
    </message>
    <message>
        <source>promote</source>
        <translation>促进</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>Ranks all neurons and heads by their effect on a token: estimated for all, measured by switching off for the top ones.</source>
        <translation>按对某个词元的效应给所有神经元和头排名：全部先估计，排在前面的再逐个关闭实测。</translation>
    </message>
    <message>
        <source>Rank by</source>
        <translation>排名依据</translation>
    </message>
    <message>
        <source>What the components are ranked by.</source>
        <translation>组件按什么排名。</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Which components are ranked by their effect.</source>
        <translation>按效应给哪些组件排名。</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测个数</translation>
    </message>
    <message>
        <source>How many of the top ones are measured.</source>
        <translation>对排在前面的多少个做实测。</translation>
    </message>
    <message>
        <source>Favours</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>The token whose probability counts.</source>
        <translation>计算其概率的词元。</translation>
    </message>
    <message>
        <source>rather than</source>
        <translation>而非</translation>
    </message>
    <message>
        <source>A second token: the logit difference counts then.</source>
        <translation>第二个词元：填写后改按 logit 差计算。</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>另一文本</translation>
    </message>
    <message>
        <source>Activations at its last token are compared with those here.</source>
        <translation>将其最后一个词元处的激活值与此处的相比较。</translation>
    </message>
    <message>
        <source>Promotes</source>
        <translation>促进</translation>
    </message>
    <message>
        <source>The token that a neuron&apos;s output makes more likely.</source>
        <translation>神经元的输出使其更可能出现的词元。</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation>一个文本集，或每行一段文本的 UTF-8 文件。</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>the most likely next token</source>
        <translation>最可能的下一个词元</translation>
    </message>
    <message>
        <source>no other token</source>
        <translation>无其他词元</translation>
    </message>
    <message>
        <source>a text to compare the end of</source>
        <translation>用来比较结尾处的文本</translation>
    </message>
    <message>
        <source>a token, such as Paris</source>
        <translation>一个词元，如 Paris</translation>
    </message>
    <message>
        <source>Components, ranked</source>
        <translation>组件排名</translation>
    </message>
    <message>
        <source>Two columns of the table plotted against each other</source>
        <translation>表中两列的散点图</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add it to the interventions, switched off; choose another one in the table</source>
        <translation>以关闭状态加入干预列表；可在表中选择其他组件</translation>
    </message>
    <message>
        <source>Compare the text sets</source>
        <translation>比较文本集</translation>
    </message>
    <message>
        <source>Estimate every component</source>
        <translation>估计每个组件</translation>
    </message>
    <message>
        <source>Texts from a file…</source>
        <translation>从文件读取文本…</translation>
    </message>
    <message>
        <source>top token without it</source>
        <translation>关闭后的首选词元</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>Switch off {part}</source>
        <translation>关闭 {part}</translation>
    </message>
    <message>
        <source>Texts, one a line</source>
        <translation>文本，每行一段</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>文本 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>effect on a token</source>
        <translation>对词元的效应</translation>
    </message>
    <message>
        <source>difference from another text</source>
        <translation>与另一文本的差异</translation>
    </message>
    <message>
        <source>what they promote</source>
        <translation>所促进的词元</translation>
    </message>
    <message>
        <source>activation here</source>
        <translation>此处激活值</translation>
    </message>
    <message>
        <source>contrast of two text sets</source>
        <translation>文本集对比</translation>
    </message>
    <message>
        <source>neurons and heads</source>
        <translation>神经元和头</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>probability without it</source>
        <translation>关闭后的概率</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>activation there</source>
        <translation>彼处激活值</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写入量</translation>
    </message>
    <message>
        <source>logit per unit of activation</source>
        <translation>每单位激活的 logit</translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>held-out AUC</source>
        <translation>留出集 AUC</translation>
    </message>
    <message>
        <source>mean of A</source>
        <translation>A 的均值</translation>
    </message>
    <message>
        <source>mean of B</source>
        <translation>B 的均值</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>{number}, logits</source>
        <translation>{number}，logit</translation>
    </message>
    <message>
        <source>{number}, bits</source>
        <translation>{number}，比特</translation>
    </message>
    <message>
        <source>Load a model to look for components.</source>
        <translation>加载模型后可查找组件。</translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation>还没有文本可看。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>“Writes” is the norm of what the neuron adds to the residual stream here: its activation times the norm of its output weights (with another text: how much that differs).</source>
        <translation>“写入量”是神经元在此处加到残差流上的向量的范数：激活值乘以输出权重的范数（给出另一文本时：两者之差）。</translation>
    </message>
    <message>
        <source>How much each neuron&apos;s output raises the logit of “{token}” per unit of activation (output weights × final-norm gain × unembedding; the norm&apos;s division is ignored). Negative: it lowers the logit, or raises it where its activation is negative.</source>
        <translation>激活值每增加一个单位，各神经元的输出使“{token}”的 logit 升高多少（输出权重 × 末层归一化增益 × 解嵌入；忽略归一化的除法）。为负：降低该 logit，而在其激活值为负处则升高。</translation>
    </message>
    <message>
        <source>Runs both text sets and ranks all neurons. This takes about a minute on a small model.</source>
        <translation>用模型读两个文本集，并给所有神经元排名。小模型约需一分钟。</translation>
    </message>
    <message>
        <source>Type a token above, and see which neurons promote it.</source>
        <translation>在上方输入一个词元，看哪些神经元促进它。</translation>
    </message>
    <message>
        <source>Type another text above, and see which neurons differ at its last token.</source>
        <translation>在上方输入另一段文本，看哪些神经元在其最后一个词元处不同。</translation>
    </message>
    <message>
        <source>Components are ranked when generation pauses.</source>
        <translation>生成暂停后给组件排名。</translation>
    </message>
    <message>
        <source>A run file does not store how much each component does; they are ranked by the model that made this run.</source>
        <translation>运行记录文件不存储每个组件的作用；排名由生成此运行记录的模型完成。</translation>
    </message>
    <message>
        <source>The text is long: estimating every neuron and head takes a while. Press the button to begin.</source>
        <translation>文本较长：估计每个神经元和头需要一些时间。点击按钮即可开始。</translation>
    </message>
    <message>
        <source>Ranking all neurons and heads.</source>
        <translation>正在给所有神经元和头排名。</translation>
    </message>
    <message>
        <source>After “{after}”: how much the logit difference “{token}” − “{other}” (now {value}) would change if the component were switched off at every position.</source>
        <translation>在“{after}”之后：若在每个位置都关闭该组件，logit 差“{token}” − “{other}”（现为 {value}）会改变多少。</translation>
    </message>
    <message>
        <source>After “{after}”: how much the log₂ probability of “{token}” (now {value} bits) would change if the component were switched off at every position.</source>
        <translation>在“{after}”之后：若在每个位置都关闭该组件，“{token}”的 log₂ 概率（现为 {value} 比特）会改变多少。</translation>
    </message>
    <message>
        <source>Estimated for all {n} components; the top ones are being measured.</source>
        <translation>已估计全部 {n} 个组件；正在实测排在前面的组件。</translation>
    </message>
    <message>
        <source>Estimated for all {n} components, measured for {m}.</source>
        <translation>已估计全部 {n} 个组件，实测 {m} 个。</translation>
    </message>
    <message>
        <source>Estimated for all {n} components, measured for {m}: their ranks correlate with r = {r}.</source>
        <translation>已估计全部 {n} 个组件，实测 {m} 个：两者排名的相关系数 r = {r}。</translation>
    </message>
    <message>
        <source>Its probability is {p}; switching off {site} lowers it most, to {least}.</source>
        <translation>其概率为 {p}；关闭 {site} 使其降得最多，降至 {least}。</translation>
    </message>
</context>
<context>
    <name>NextTokenView</name>
    <message>
        <source>Next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Probabilities and logits</source>
        <translation>概率与 logit</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>top-k</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>The most likely next tokens with their probabilities: point at one to find it on the map, click to continue the text with it.</source>
        <translation>最可能的下一个词元及其概率：指向其一可在地图上找到它，点击则以它续写文本。</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选数</translation>
    </message>
    <message>
        <source>How many candidates are listed.</source>
        <translation>列出多少个候选。</translation>
    </message>
    <message>
        <source>As sampled</source>
        <translation>按抽样概率</translation>
    </message>
    <message>
        <source>Bars show the chance of being drawn, after temperature, penalty and filters; outlines show the model&apos;s own probability.</source>
        <translation>条形为经温度、惩罚和筛选后被抽中的概率；轮廓为模型自身的概率。</translation>
    </message>
    <message>
        <source>Candidates for the next token</source>
        <translation>下一个词元的候选</translation>
    </message>
    <message numerus="yes">
        <source>{n} other(s)</source>
        <translation>
            <numerusform>其余 {n} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{token}: {p}, chosen</source>
        <translation>{token}：{p}，已选用</translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation>概率 {p}</translation>
    </message>
    <message>
        <source>logit {x}</source>
        <translation>logit {x}</translation>
    </message>
    <message>
        <source>excluded by sampling</source>
        <translation>被抽样设置排除</translation>
    </message>
    <message>
        <source>drawn with probability {p}</source>
        <translation>抽中概率 {p}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选用</translation>
    </message>
    <message>
        <source>chosen on another branch</source>
        <translation>在另一分支上选用</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>No prediction yet. Write a prompt and press play.</source>
        <translation>还没有预测。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>after {token}  (position {position})</source>
        <translation>在 {token} 之后（位置 {position}）</translation>
    </message>
    <message>
        <source>entropy {bits} bits</source>
        <translation>熵 {bits} 比特</translation>
    </message>
    <message>
        <source>{settings}: {n} can be drawn</source>
        <translation>{settings}：可抽取 {n} 个</translation>
    </message>
    <message>
        <source>outline: the model&apos;s own</source>
        <translation>轮廓：模型自身的概率</translation>
    </message>
</context>
<context>
    <name>Ngrams</name>
    <message>
        <source>{share} forced</source>
        <translation>{share} 别无选择</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Underlined: the table had one choice only, and copies. Grey: a table of lower n was asked.</source>
        <translation>下划线：表只有一个选择，是在照抄。灰色：改问了 n 更小的表。</translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation>比特/字符</translation>
    </message>
    <message>
        <source>{n} and more; the number of a row is its mean</source>
        <translation>{n} 及以上；每行的数字是该行的平均值</translation>
    </message>
    <message>
        <source>“{prompt}…” continued by each table</source>
        <translation>“{prompt}…”由各个表续写</translation>
    </message>
    <message>
        <source>The same sentence under each table: how surprising it is</source>
        <translation>同一句话在各个表下有多出人意料</translation>
    </message>
    <message>
        <source>{name}: {bits} bits per character</source>
        <translation>{name}：{bits} 比特/字符</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
    <message>
        <source>{name}, {share} forced: {text}</source>
        <translation>{name}，{share} 别无选择：{text}</translation>
    </message>
    <message>
        <source>“{piece}”, drawn by {name} at temperature 1</source>
        <translation>“{piece}”，由 {name} 在温度 1 下抽取</translation>
    </message>
    <message>
        <source>{name}, “{piece}”: no probability is known, since it stands first or is not in the text at all.</source>
        <translation>{name}，“{piece}”：没有概率，因为它在最前面，或者根本不在文本中。</translation>
    </message>
    <message>
        <source>{name}, “{piece}”: {bits} bits, {each} for each of {n} character(s)</source>
        <translation>{name}，“{piece}”：{bits} 比特，共 {n} 个字符，每个 {each} 比特</translation>
    </message>
    <message>
        <source>“{piece}”: one of {n} that the table of {used} offers here, seen {times} times together.</source>
        <translation>“{piece}”：n = {used} 的表在这里给出 {n} 种选择，总共出现过 {times} 次，这是其中之一。</translation>
    </message>
    <message>
        <source>“{piece}” is forced: what stands before occurs once in the whole text, and is copied from there.
{where}</source>
        <translation>“{piece}”别无选择：前面的部分在全文中只出现过一次，这是从那里照抄的。
{where}</translation>
    </message>
    <message>
        <source>“{piece}” is forced: what stands before occurs {times} times, and nothing else ever follows. For example:
{where}</source>
        <translation>“{piece}”别无选择：前面的部分出现过 {times} 次，后面从来没有别的。例如：
{where}</translation>
    </message>
    <message>
        <source>Jane Austen&apos;s six novels</source>
        <translation>简·奥斯汀的六部小说</translation>
    </message>
    <message>
        <source>{name}: {n} characters counted, the last {held} of the text held out.</source>
        <translation>{name}：统计了 {n} 个字符，留出了文本末尾的 {held} 个。</translation>
    </message>
    <message>
        <source>{name}: {n} characters counted, the last twentieth of each book ({held}) held out.</source>
        <translation>{name}：统计了 {n} 个字符，留出了每本书最后的二十分之一（{held} 个）。</translation>
    </message>
    <message>
        <source>{v} different characters: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of them only once. Of the sequences in the held-out text {unseen} are in no table.</source>
        <translation>{v} 种字符：长度为 6 的序列可能有 {possible} 种，文本中有 {seen} 种（{share}），其中 {once} 只出现一次。留出文本中的序列有 {unseen} 不在表中。</translation>
    </message>
    <message>
        <source>{v} different words: of {possible} possible sequences of 6 the text has {seen} ({share}), {once} of them only once. Of the sequences in the held-out text {unseen} are in no table.</source>
        <translation>{v} 种单词：长度为 6 的序列可能有 {possible} 种，文本中有 {seen} 种（{share}），其中 {once} 只出现一次。留出文本中的序列有 {unseen} 不在表中。</translation>
    </message>
    <message>
        <source>On the same {n} held-out characters: {model} {bits} bits per character (95 % interval {low} to {high}; {tokens} tokens), the best table of letters {letters}, of words {words}.</source>
        <translation>在同样的 {n} 个留出字符上：{model} 为 {bits} 比特/字符（95% 区间 {low} 到 {high}；{tokens} 个词元），最好的字母统计表 {letters}，最好的单词统计表 {words}。</translation>
    </message>
    <message>
        <source>“{run}” never occurs in the counted text.</source>
        <translation>“{run}”在统计的文本中从未出现。</translation>
    </message>
    <message>
        <source>“{run}” never occurs, though what it begins with stands there {n} time(s).</source>
        <translation>“{run}”从未出现，尽管它的开头部分出现过 {n} 次。</translation>
    </message>
    <message>
        <source>“{run}” occurs {n} time(s), for example:</source>
        <translation>“{run}”出现 {n} 次，例如：</translation>
    </message>
    <message>
        <source>“{run}” occurs {n} time(s): {share} of what follows “{before}”. For example:</source>
        <translation>“{run}”出现 {n} 次：占“{before}”之后内容的 {share}。例如：</translation>
    </message>
    <message>
        <source>{book}, {share} into it</source>
        <translation>《{book}》，全书的 {share} 处</translation>
    </message>
    <message>
        <source>…{before}⟦{hit}⟧{after}…   ({where})</source>
        <translation>…{before}⟦{hit}⟧{after}…   （{where}）</translation>
    </message>
</context>
<context>
    <name>NgramsTextView</name>
    <message>
        <source>Text by tables</source>
        <translation>由表生成的文本</translation>
    </message>
    <message>
        <source>Counting alone generates text, and copies</source>
        <translation>单凭计数就能生成文本，也会照抄</translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation>马尔可夫链</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>memorisation</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>surprisal</source>
        <translation>惊奇度</translation>
    </message>
    <message>
        <source>Continues a beginning by the tables of n = 1 to 6 and, if asked, by the model, and marks what was merely copied; or shows one sentence as each of them expects it.</source>
        <translation>用 n = 1 到 6 的表续写一个开头，也可以让模型续写，并标出哪些只是照抄；或者显示一句话在它们各自看来有多出人意料。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>generated text</source>
        <translation>生成的文本</translation>
    </message>
    <message>
        <source>one sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>Continuations of one beginning, or the surprisal of one sentence under each table and the model.</source>
        <translation>同一开头的各种续写，或一句话在各个表和模型下的惊奇度。</translation>
    </message>
    <message>
        <source>Tables of</source>
        <translation>表的单位</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>Whether letters or words are put one after the other.</source>
        <translation>逐个连接的是字母还是单词。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>How many characters are generated.</source>
        <translation>生成多少个字符。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Another seed draws other continuations.</source>
        <translation>换一个随机种子会抽出另外的续写。</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>The text that is continued.</source>
        <translation>要续写的文本。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>The sentence whose letters and words are looked up.</source>
        <translation>要查找其字母和单词的句子。</translation>
    </message>
    <message>
        <source>the beginning of a text</source>
        <translation>一段文本的开头</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Ask the model too</source>
        <translation>也问模型</translation>
    </message>
    <message>
        <source>A table&apos;s fan on the map</source>
        <translation>地图上的表的候选扇</translation>
    </message>
    <message>
        <source>Show the most likely next words by a table of n = 3 beside the model&apos;s fan, after the model&apos;s text</source>
        <translation>在模型的候选扇旁边，显示 n = 3 的表在模型的文本之后给出的最可能的下一个单词</translation>
    </message>
    <message>
        <source>Counting the text. Progress and Cancel are in the status line.</source>
        <translation>正在统计文本。进度和“取消”在状态栏中。</translation>
    </message>
    <message>
        <source>text by tables</source>
        <translation>由表生成的文本</translation>
    </message>
    <message>
        <source>The model is asked. Progress and Cancel are in the status line.</source>
        <translation>正在询问模型。进度和“取消”在状态栏中。</translation>
    </message>
    <message>
        <source>Point at an underlined piece to see where it was copied from; the arrow keys go along.</source>
        <translation>指向有下划线的部分，查看它是从哪里照抄的；方向键可逐个移动。</translation>
    </message>
    <message>
        <source>Point at a piece to see how surprising it is; the arrow keys go along.</source>
        <translation>指向一个部分，查看它有多出人意料；方向键可逐个移动。</translation>
    </message>
</context>
<context>
    <name>NgramsView</name>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>The path of a text file of your own to count; empty for the bundled one, Jane Austen&apos;s six novels.</source>
        <translation>要统计的自己的文本文件的路径；留空则使用自带的文本，即简·奥斯汀的六部小说。</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>words</source>
        <translation>单词</translation>
    </message>
    <message>
        <source>What the tables are of: sequences of letters, or of words and punctuation marks.</source>
        <translation>表的内容：字母的序列，或单词与标点的序列。</translation>
    </message>
    <message>
        <source>Alphabet</source>
        <translation>字母表</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>原文字符</translation>
    </message>
    <message>
        <source>letters and space</source>
        <translation>字母和空格</translation>
    </message>
    <message>
        <source>a to z and space</source>
        <translation>a 到 z 和空格</translation>
    </message>
    <message>
        <source>All characters as they are written; or the English letters alone, with one space for whatever stands between them; or these in lower case. Only the first compares with a model.</source>
        <translation>原文中的所有字符；或只取英文字母，其间的一切都算一个空格；或再全部转为小写。只有第一种能与模型比较。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Kneser–Ney</source>
        <translation>Kneser–Ney</translation>
    </message>
    <message>
        <source>Witten–Bell</source>
        <translation>Witten–Bell</translation>
    </message>
    <message>
        <source>How much probability a table leaves to what it has never seen.</source>
        <translation>表给从未见过的内容留出多少概率。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>against chance</source>
        <translation>与偶然相比</translation>
    </message>
    <message>
        <source>What the colours of pairs mean: the probability of the second after the first, how often the pair occurs, or how much more often than if neighbours had nothing to do with each other (in bits).</source>
        <translation>字母对颜色的含义：第二个在第一个之后的概率，这一对出现的次数，或者比相邻字母互不相关时多出现多少（以比特计）。</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Up to six letters or words: how often they occur, and where. A click on a cell looks its pair up.</source>
        <translation>最多六个字母或单词：出现多少次，在哪里。点击单元格会查找那一对。</translation>
    </message>
    <message>
        <source>Tables of letters and words</source>
        <translation>字母与单词的统计表</translation>
    </message>
    <message>
        <source>N-grams</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>What follows what, and why a table will not do</source>
        <translation>什么后面跟着什么，为什么一张表不够</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>bigram</source>
        <translation>二元语法</translation>
    </message>
    <message>
        <source>Markov chain</source>
        <translation>马尔可夫链</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation>比特/字符</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Counts which letters or words follow which in six novels or a text of your own, and measures how well the tables of n = 1 to 6 predict text that was held out, beside the loaded model.</source>
        <translation>统计六部小说或自己的文本中哪些字母或单词跟在哪些之后，并测量 n = 1 到 6 的表对留出文本预测得多好，与已加载的模型并列。</translation>
    </message>
    <message>
        <source>letters or words, such as qu</source>
        <translation>字母或单词，例如 qu</translation>
    </message>
    <message>
        <source>the bundled novels</source>
        <translation>自带的小说</translation>
    </message>
    <message>
        <source>Choose a text file…</source>
        <translation>选择文本文件…</translation>
    </message>
    <message>
        <source>Measure words too</source>
        <translation>也测量单词</translation>
    </message>
    <message>
        <source>Measure the model</source>
        <translation>测量模型</translation>
    </message>
    <message>
        <source>Measure letters too</source>
        <translation>也测量字母</translation>
    </message>
    <message>
        <source>then</source>
        <translation>后一个</translation>
    </message>
    <message>
        <source>first</source>
        <translation>前一个</translation>
    </message>
    <message>
        <source>bits above or below chance</source>
        <translation>高于或低于偶然的比特数</translation>
    </message>
    <message>
        <source>pairs counted</source>
        <translation>统计到的次数</translation>
    </message>
    <message>
        <source>probability of the second after the first</source>
        <translation>后一个在前一个之后的概率</translation>
    </message>
    <message>
        <source>“{second}” never follows “{first}”</source>
        <translation>“{second}”从不跟在“{first}”之后</translation>
    </message>
    <message>
        <source>“{second}” after “{first}”: {p} ({n} of {total} times); {alone} of all symbols are “{second}”</source>
        <translation>“{first}”之后是“{second}”：{p}（{total} 次中的 {n} 次）；全部符号中有 {alone} 是“{second}”</translation>
    </message>
    <message>
        <source>bits per character, held out</source>
        <translation>留出文本的比特/字符</translation>
    </message>
    <message>
        <source>unseen (held out)</source>
        <translation>未见过（留出）</translation>
    </message>
    <message>
        <source>seen once</source>
        <translation>只见过一次</translation>
    </message>
    <message>
        <source>n (letters or words)</source>
        <translation>n（字母或单词）</translation>
    </message>
    <message>
        <source>A text to count</source>
        <translation>要统计的文本</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>forced choices</source>
        <translation>别无选择</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>What follows what in a text</source>
        <translation>文本中什么后面跟着什么</translation>
    </message>
    <message>
        <source>Tables of sequences of 1 to {n} from {name}</source>
        <translation>{name}中长度为 1 到 {n} 的序列的表</translation>
    </message>
    <message>
        <source>Counting the text. Progress and Cancel are in the status line.</source>
        <translation>正在统计文本。进度和“取消”在状态栏中。</translation>
    </message>
    <message>
        <source>In this alphabet the tables do not compare with a model, which reads what is written.</source>
        <translation>在这个字母表下，表不能与模型比较，模型读的是原文。</translation>
    </message>
    <message>
        <source>Load a model to see its bits per character on the same text.</source>
        <translation>加载一个模型，即可看到它在同样文本上的比特/字符。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏中。</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>As drawn</source>
        <translation>按绘制的值</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Single values</source>
        <translation>单个值</translation>
    </message>
    <message>
        <source>Numbers of {title}</source>
        <translation>{title}的数值</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>哪些数值</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Own size</source>
        <translation>自定义尺寸</translation>
    </message>
    <message>
        <source>as suits the size</source>
        <translation>随尺寸自动</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Unit of width and height</source>
        <translation>宽高单位</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Dots per inch: how many pixels a PNG has, and how large it is on paper</source>
        <translation>每英寸点数：决定 PNG 的像素数，以及它在纸上的大小</translation>
    </message>
    <message>
        <source>Points of ordinary text. By itself the smallest text has at least {least:g} pt on paper, and 1/{lines} of the height on a slide.</source>
        <translation>正文字号（磅）。自动时最小的文字在纸上至少为 {least:g} pt，在幻灯片上至少为页高的 1/{lines}。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Width × height</source>
        <translation>宽 × 高</translation>
    </message>
    <message>
        <source>{width} × {height} pixels; {wide:.1f} × {high:.1f} mm</source>
        <translation>{width} × {height} 像素；{wide:.1f} × {high:.1f} mm</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>The page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command, a view, a workspace, a model…</source>
        <translation>查找命令、视图、工作区、模型…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>No matching command. Try one word, such as “attention”, “steering” or “save”.</source>
        <translation>没有匹配的命令。可只输入一个词，如“注意力”“干预”或“保存”。</translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>Deuteranopia (weak green)</source>
        <translation>绿色弱（deuteranopia）</translation>
    </message>
    <message>
        <source>Protanopia (weak red)</source>
        <translation>红色弱（protanopia）</translation>
    </message>
    <message>
        <source>Tritanopia (weak blue)</source>
        <translation>蓝色弱（tritanopia）</translation>
    </message>
    <message>
        <source>Okabe–Ito, cividis</source>
        <translation>Okabe–Ito、cividis</translation>
    </message>
    <message>
        <source>Tol bright, viridis</source>
        <translation>Tol bright、viridis</translation>
    </message>
    <message>
        <source>Tol muted, iridescent</source>
        <translation>Tol muted、iridescent</translation>
    </message>
    <message>
        <source>Grey, for printing</source>
        <translation>灰度，用于打印</translation>
    </message>
</context>
<context>
    <name>PanelList</name>
    <message>
        <source>Add a view</source>
        <translation>添加视图</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show what is on screen now</source>
        <translation>取屏幕上的当前内容</translation>
    </message>
    <message>
        <source>Columns that the panel takes</source>
        <translation>子图占用的列数</translation>
    </message>
    <message>
        <source>Rows that the panel takes</source>
        <translation>子图占用的行数</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>A panel that shows what the view shows now</source>
        <translation>显示该视图当前内容的子图</translation>
    </message>
    <message>
        <source>Move the panel up</source>
        <translation>上移子图</translation>
    </message>
    <message>
        <source>Move the panel down</source>
        <translation>下移子图</translation>
    </message>
    <message>
        <source>Remove the panel</source>
        <translation>移除子图</translation>
    </message>
    <message>
        <source>Token, layer, head, camera and options as they are in the view now</source>
        <translation>词元、层、头、视角和选项均与视图当前一致</translation>
    </message>
    <message>
        <source>Title of the panel</source>
        <translation>子图标题</translation>
    </message>
    <message>
        <source>The view&apos;s own, another, or none</source>
        <translation>视图自带的标题、自拟标题，或无标题</translation>
    </message>
    <message>
        <source>This panel</source>
        <translation>此子图</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{title}, as it is now</source>
        <translation>{title}（当前内容）</translation>
    </message>
</context>
<context>
    <name>PatchingView</name>
    <message>
        <source>activation patching, A into B</source>
        <translation>激活修补，从 A 到 B</translation>
    </message>
    <message>
        <source>causal tracing of a fact</source>
        <translation>事实的因果追踪</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>attention output</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>MLP output</source>
        <translation>MLP 输出</translation>
    </message>
    <message>
        <source>Activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>Patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>Where is it decided?</source>
        <translation>在何处决定？</translation>
    </message>
    <message>
        <source>causal tracing</source>
        <translation>因果追踪</translation>
    </message>
    <message>
        <source>ROME</source>
        <translation>ROME</translation>
    </message>
    <message>
        <source>interchange intervention</source>
        <translation>互换干预</translation>
    </message>
    <message>
        <source>causal mediation</source>
        <translation>因果中介</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>去噪</translation>
    </message>
    <message>
        <source>Copies hidden states from prompt A into prompt B, one layer and position at a time, to find where A&apos;s answer comes from.</source>
        <translation>每次一层、一个位置，把隐藏状态从提示词 A 复制到提示词 B，找出 A 的答案从何而来。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Activation patching between two prompts, or causal tracing of a fact.</source>
        <translation>两个提示词之间的激活修补，或对一个事实的因果追踪。</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>What is replaced at each layer and position.</source>
        <translation>每层每个位置上替换什么。</translation>
    </message>
    <message>
        <source>Prompt A</source>
        <translation>提示词 A</translation>
    </message>
    <message>
        <source>The prompt whose activations are copied.</source>
        <translation>从中复制激活值的提示词。</translation>
    </message>
    <message>
        <source>Prompt B</source>
        <translation>提示词 B</translation>
    </message>
    <message>
        <source>The prompt they are copied into; it needs as many tokens as A.</source>
        <translation>激活值复制到的提示词；词元数须与 A 相同。</translation>
    </message>
    <message>
        <source>A&apos;s answer</source>
        <translation>A 的答案</translation>
    </message>
    <message>
        <source>A token; empty for the most likely one.</source>
        <translation>一个词元；留空则取最可能的词元。</translation>
    </message>
    <message>
        <source>B&apos;s answer</source>
        <translation>B 的答案</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>A prompt whose next token states a fact.</source>
        <translation>下一个词元陈述某个事实的提示词。</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主语</translation>
    </message>
    <message>
        <source>Words of the prompt whose embeddings are spoiled with noise.</source>
        <translation>提示词中的若干词，其嵌入会被噪声破坏。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>How often noise is drawn; the mean is shown.</source>
        <translation>抽取噪声的次数；显示其均值。</translation>
    </message>
    <message>
        <source>a prompt</source>
        <translation>一个提示词</translation>
    </message>
    <message>
        <source>the most likely token</source>
        <translation>最可能的词元</translation>
    </message>
    <message>
        <source>a prompt of as many tokens</source>
        <translation>词元数相同的提示词</translation>
    </message>
    <message>
        <source>words of the prompt</source>
        <translation>提示词中的词</translation>
    </message>
    <message>
        <source>Measure every cell</source>
        <translation>测量每个单元格</translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation>答案的概率</translation>
    </message>
    <message>
        <source>recovered (0 = B, 1 = A)</source>
        <translation>恢复比例（0 = B，1 = A）</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>attention outputs</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>MLP 输出</translation>
    </message>
    <message>
        <source>Copying {part} from A into B, one layer and position at a time</source>
        <translation>从 A 逐层、逐位置复制到 B：{part}</translation>
    </message>
    <message>
        <source>Restoring {part} under noise, one layer and position at a time</source>
        <translation>在噪声下逐层、逐位置恢复：{part}</translation>
    </message>
    <message>
        <source>Load a model to see where it decides between two answers.</source>
        <translation>加载模型后，可看它在何处于两个答案之间作出决定。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>One forward pass for every layer and position: this takes up to some minutes.</source>
        <translation>每层每个位置各做一次前向传播：最多需几分钟。</translation>
    </message>
    <message>
        <source>Logit difference “{answer}” − “{other}”: {clean} in A, {spoiled} in B. Copying at “{word}” {place} recovers most of it: {best}.</source>
        <translation>logit 差“{answer}” − “{other}”：A 中 {clean}，B 中 {spoiled}。在“{word}”处（{place}）复制恢复得最多：{best}。</translation>
    </message>
    <message>
        <source>The last position alone recovers more than half {place} and later.</source>
        <translation>仅凭最后一个位置就能恢复一半以上，始于：{place}。</translation>
    </message>
    <message>
        <source>{n} layers together</source>
        <translation>连续 {n} 层</translation>
    </message>
    <message>
        <source>one layer</source>
        <translation>单层</translation>
    </message>
    <message>
        <source>Probability of “{answer}”: {clean}, and {spoiled} with noise of 3 standard deviations on the subject (mean of {draws} draws). Restoring {window} at “{word}” {place} recovers most: {best}.</source>
        <translation>“{answer}”的概率：{clean}；对主语加上 3 倍标准差的噪声后为 {spoiled}（{draws} 次抽样的均值）。在“{word}”处恢复{window}（{place}）效果最好：{best}。</translation>
    </message>
    <message>
        <source>in L{layer}</source>
        <translation>L{layer}</translation>
    </message>
    <message>
        <source>not measured: A and B do not differ yet</source>
        <translation>未测量：A 与 B 尚无差别</translation>
    </message>
    <message>
        <source>{place}, “{word}” ({at}): {number}</source>
        <translation>{place}，“{word}”（{at}）：{number}</translation>
    </message>
</context>
<context>
    <name>PlaybackPanel</name>
    <message>
        <source>Number of tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens are generated at a time; with 0 the prompt is read and nothing is written</source>
        <translation>每次生成多少个词元；为 0 时只读取提示词，不生成</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>速度上限</translation>
    </message>
    <message>
        <source>Slow down to watch every token appear; right end = no limit</source>
        <translation>放慢速度，以便看清每个词元的出现；最右端为不限速</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个词元</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>{n:.2g} tok/s</source>
        <translation>{n:.2g} 词元/秒</translation>
    </message>
</context>
<context>
    <name>Playground</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the net, and watch it</source>
        <translation>训练网络并观看</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>One step of training</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>倒回</translation>
    </message>
    <message>
        <source>Back to the same initial weights</source>
        <translation>回到同样的初始权重</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的起点</translation>
    </message>
    <message>
        <source>Other initial weights: the next seed</source>
        <translation>换一组初始权重：下一个种子</translation>
    </message>
    <message>
        <source>Class of the next point</source>
        <translation>下一个点的类别</translation>
    </message>
    <message>
        <source>Class of the next point that you click into the plane</source>
        <translation>在平面上点击的下一个点的类别</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Undo point</source>
        <translation>撤销一点</translation>
    </message>
    <message>
        <source>Take the point drawn last away</source>
        <translation>去掉最后画出的点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take all own points away</source>
        <translation>去掉所有自己的点</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>打开 CSV…</translation>
    </message>
    <message>
        <source>Read own points from a CSV file</source>
        <translation>从 CSV 文件读取自己的点</translation>
    </message>
    <message>
        <source>Open net…</source>
        <translation>打开网络…</translation>
    </message>
    <message>
        <source>Open a net that was saved</source>
        <translation>打开保存过的网络</translation>
    </message>
    <message>
        <source>Save net…</source>
        <translation>保存网络…</translation>
    </message>
    <message>
        <source>Save the net: its weights, or a program of ten lines in PyTorch or NumPy</source>
        <translation>保存网络：保存权重，或保存为十行的 PyTorch 或 NumPy 程序</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Show the whole net as a formula</source>
        <translation>把整个网络显示为公式</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.</source>
        <translation>每个隐藏层的神经元数，例如 4, 4。最多 8 层，每层最多 64 个神经元；留空则没有隐藏层。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How large each step is, such as 0.03 or 1e-3; it may be changed while it trains.</source>
        <translation>每一步有多大，例如 0.03 或 1e-3；训练中也可更改。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Value of the chosen weight</source>
        <translation>所选权重的值</translation>
    </message>
    <message>
        <source>Turn the chosen weight by hand; the pictures follow</source>
        <translation>手动调节所选权重，图像随之变化</translation>
    </message>
    <message>
        <source>Click a line or a neuron to turn its weight by hand.</source>
        <translation>点击一条线或一个神经元，即可手动调节其权重。</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>layer {n}</source>
        <translation>第 {n} 层</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>The net&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Click here to draw points.</source>
        <translation>在此点击画点。</translation>
    </message>
    <message>
        <source>The nearest point</source>
        <translation>最近的点</translation>
    </message>
    <message>
        <source>The truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>true border</source>
        <translation>真实边界</translation>
    </message>
    <message>
        <source>the net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>the function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Many starts: a picture of each net&apos;s answers</source>
        <translation>多个起点：每个网络的回答图</translation>
    </message>
    <message>
        <source>{seed}: {value}</source>
        <translation>{seed}：{value}</translation>
    </message>
    <message>
        <source>seed {seed}: NaN</source>
        <translation>种子 {seed}：NaN</translation>
    </message>
    <message>
        <source>seed {seed}: {share} right</source>
        <translation>种子 {seed}：正确 {share}</translation>
    </message>
    <message>
        <source>seed {seed}: loss {loss}</source>
        <translation>种子 {seed}：损失 {loss}</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the numbers were no longer finite (NaN). The net is shown with its last finite weights. Choose a smaller learning rate, then rewind.</source>
        <translation>在第 {step} 步停止：数值已不再有限（NaN）。现显示网络最后的有限权重。请选择更小的学习率，然后倒回。</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>held out {loss}</source>
        <translation>留出 {loss}</translation>
    </message>
    <message>
        <source>{share} of the plane right</source>
        <translation>平面正确 {share}</translation>
    </message>
    <message>
        <source>{share} of examples right</source>
        <translation>样本正确 {share}</translation>
    </message>
    <message>
        <source>As it was after step {step} of {all}</source>
        <translation>训练到第 {step} 步时的样子（共 {all} 步）</translation>
    </message>
    <message>
        <source>Training, step {step}</source>
        <translation>训练中，第 {step} 步</translation>
    </message>
    <message>
        <source>Step {step}, {n} weight(s) turned by hand</source>
        <translation>第 {step} 步，手动调节了 {n} 个权重</translation>
    </message>
    <message>
        <source>As saved at step {step}</source>
        <translation>第 {step} 步保存时的状态</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>Done at step {step}</source>
        <translation>在第 {step} 步完成</translation>
    </message>
    <message>
        <source>Paused at step {step}</source>
        <translation>在第 {step} 步暂停</translation>
    </message>
    <message>
        <source>point {name}: drag it, or choose it and use Page Up and Page Down</source>
        <translation>点 {name}：可拖动，或选中后用 Page Up 和 Page Down 移动</translation>
    </message>
    <message>
        <source>the net: {value}</source>
        <translation>网络：{value}</translation>
    </message>
    <message>
        <source>the function: {value}</source>
        <translation>函数：{value}</translation>
    </message>
    <message>
        <source>class {name}: {share}</source>
        <translation>类别 {name}：{share}</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>过去</translation>
    </message>
    <message>
        <source>Past moments of the training</source>
        <translation>训练过程中的过去时刻</translation>
    </message>
    <message>
        <source>Go back through what the net was like while it trained</source>
        <translation>回看网络在训练过程中的样子</translation>
    </message>
    <message>
        <source>step {step} of {all}</source>
        <translation>第 {step} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>PlaygroundStartsView</name>
    <message>
        <source>Playground: many starts</source>
        <translation>游乐场：多个起点</translation>
    </message>
    <message>
        <source>Many starts</source>
        <translation>多个起点</translation>
    </message>
    <message>
        <source>Where do equally good nets disagree?</source>
        <translation>同样好的网络在哪里意见不一？</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>local minima</source>
        <translation>局部极小</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>外推</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Train the net of the playground from many initial weights at once: see where the nets agree, where they disagree, and which starts fail.</source>
        <translation>从多组初始权重同时训练游乐场的网络：看网络在哪里一致、在哪里不一致，以及哪些起点会失败。</translation>
    </message>
    <message>
        <source>Train all</source>
        <translation>全部训练</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>倒回</translation>
    </message>
    <message>
        <source>Measure 1 to 4 neurons</source>
        <translation>测量 1 到 4 个神经元</translation>
    </message>
    <message>
        <source>Starts by the neurons of the first hidden layer</source>
        <translation>按第一个隐藏层的神经元数看各起点</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Step {step}: the nets differ by {inside} where the data lie (before training by {before}), and by {outside} beyond.</source>
        <translation>第 {step} 步：在数据所在处各网络相差 {inside}（训练前为 {before}），之外相差 {outside}。</translation>
    </message>
    <message>
        <source>Standard deviation between the nets of the value; the dashed lines bound the data.</source>
        <translation>各网络之间函数值的标准差；虚线之间是数据所在处。</translation>
    </message>
    <message>
        <source>Standard deviation between the nets of the probability of a class; the dashed square is where the data lie. Click a picture to open that start.</source>
        <translation>各网络之间类别概率的标准差；虚线方框是数据所在处。点击一幅图可打开该起点。</translation>
    </message>
    <message>
        <source>Where the nets disagree</source>
        <translation>网络意见不一之处</translation>
    </message>
    <message>
        <source>Standard deviation between the nets</source>
        <translation>各网络之间的标准差</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>each net</source>
        <translation>各网络</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>± one standard deviation</source>
        <translation>± 一个标准差</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>How good 20 starts are</source>
        <translation>20 个起点的好坏</translation>
    </message>
    <message>
        <source>neurons of the first hidden layer</source>
        <translation>第一个隐藏层的神经元数</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Press “Measure 1 to 4 neurons”.</source>
        <translation>请按“测量 1 到 4 个神经元”。</translation>
    </message>
    <message>
        <source>share right</source>
        <translation>正确比例</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>{n} neurons: {low} to {high} right</source>
        <translation>{n} 个神经元：正确 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>How many nets are trained, each from other initial weights.</source>
        <translation>训练多少个网络，每个从不同的初始权重开始。</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Each rewind begins another one with the same initial weights.</source>
        <translation>每次倒回都以同样的初始权重开始新的一次。</translation>
    </message>
</context>
<context>
    <name>PlaygroundView</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>nearest point</source>
        <translation>最近的点</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>step function</source>
        <translation>阶梯函数</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>波</translation>
    </message>
    <message>
        <source>own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>own function</source>
        <translation>自己的函数</translation>
    </message>
    <message>
        <source>What the net learns: classes of points on a plane, or a function of x. Own data are clicked into the picture or read from a CSV file.</source>
        <translation>网络学什么：平面上点的类别，或 x 的函数。自己的数据可在图中点击画出，或从 CSV 文件读取。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>With “nearest point”: how many points there are. Each place belongs to the nearest of them.</source>
        <translation>选“最近的点”时：有多少个点。每个位置属于离它最近的点。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.</source>
        <translation>每个隐藏层的神经元数，例如 4, 4。最多 8 层，每层最多 64 个神经元；留空则没有隐藏层。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>The activation function of the hidden neurons.</source>
        <translation>隐藏神经元的激活函数。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>How the gradient becomes a step; it may be changed while it trains.</source>
        <translation>梯度如何变成一步；训练中也可更改。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How large each step is, such as 0.03 or 1e-3; it may be changed while it trains.</source>
        <translation>每一步有多大，例如 0.03 或 1e-3；训练中也可更改。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Decides the initial weights and the order of the examples.</source>
        <translation>决定初始权重和样本的顺序。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Examples in each step; 0 means all.</source>
        <translation>每一步的样本数；0 表示全部。</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>Times the sum of the weights&apos; sizes: drives weak ones to 0.</source>
        <translation>乘以权重大小之和：把弱的权重推向 0。</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>Times half the sum of the weights&apos; squares: keeps them small.</source>
        <translation>乘以权重平方和的一半：使权重保持较小。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How many examples there are, those held out included.</source>
        <translation>样本总数，包括留出的样本。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to the examples.</source>
        <translation>加到样本上的噪声的标准差。</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Share of the examples that is not trained on, only measured.</source>
        <translation>不用于训练、只用于测量的样本所占比例。</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Training ends by itself at this step.</source>
        <translation>训练到这一步自行结束。</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>数据的种子</translation>
    </message>
    <message>
        <source>Decides where the examples and the points of “nearest point” lie.</source>
        <translation>决定样本以及“最近的点”中各点的位置。</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Own data: a file with x, y and a class in each row, or x and a value for a function.</source>
        <translation>自己的数据：每行为 x、y 和类别的文件；学习函数时为 x 和值。</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>画出的点</translation>
    </message>
    <message>
        <source>Own points: x, y and class of each, such as 0.2,0.3,0;-0.5,0.1,1</source>
        <translation>自己的点：每个点的 x、y 和类别，例如 0.2,0.3,0;-0.5,0.1,1</translation>
    </message>
    <message>
        <source>Drawn values</source>
        <translation>画出的值</translation>
    </message>
    <message>
        <source>Own function: x and value of each, such as 0.2,0.3;-0.5,0.1</source>
        <translation>自己的函数：每个点的 x 和值，例如 0.2,0.3;-0.5,0.1</translation>
    </message>
    <message>
        <source>Moved points</source>
        <translation>移动过的点</translation>
    </message>
    <message>
        <source>With “nearest point”: x and y of each, such as 0.2,0.3;-0.5,0.1;0,0.4; empty for those of the seed.</source>
        <translation>选“最近的点”时：每个点的 x 和 y，例如 0.2,0.3;-0.5,0.1;0,0.4；留空则由种子决定。</translation>
    </message>
    <message>
        <source>Class to draw</source>
        <translation>要画的类别</translation>
    </message>
    <message>
        <source>The class of the next point that is clicked, from 0.</source>
        <translation>下一个点击的点的类别，从 0 开始。</translation>
    </message>
    <message>
        <source>Saved net</source>
        <translation>保存的网络</translation>
    </message>
    <message>
        <source>A file whose weights training begins with, instead of the seed&apos;s.</source>
        <translation>一个文件，训练从其中的权重开始，而不是从种子的权重开始。</translation>
    </message>
    <message>
        <source>Net being opened</source>
        <translation>正在打开的网络</translation>
    </message>
    <message>
        <source>Empty once the settings are those of the file.</source>
        <translation>设置与文件一致后为空。</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Each rewind begins another one with the same initial weights.</source>
        <translation>每次倒回都以同样的初始权重开始新的一次。</translation>
    </message>
    <message>
        <source>Chosen weight</source>
        <translation>所选权重</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Its place among all weights and biases, layer by layer; -1 means none.</source>
        <translation>它在所有权重和偏置中的位置，逐层计数；-1 表示无。</translation>
    </message>
    <message>
        <source>Past moment</source>
        <translation>过去的时刻</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The net as it was after so many steps, the nearest that was kept; -1 means as it is now.</source>
        <translation>训练到这么多步时的网络（取最接近的已保留时刻）；-1 表示现在。</translation>
    </message>
    <message>
        <source>Weights turned by hand</source>
        <translation>手动调节的权重</translation>
    </message>
    <message>
        <source>Place and value of each, such as 3=0.5; 7=-1, after the moment they hold for.</source>
        <translation>每个权重的位置和值，例如 3=0.5; 7=-1，前面是它们有效的时刻。</translation>
    </message>
    <message>
        <source>Trained by itself</source>
        <translation>自行训练</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The net is trained up to this step as soon as it is shown, in a figure and a lesson too; 0 means not.</source>
        <translation>网络一显示就训练到这一步，在图和课程中也是如此；0 表示不训练。</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>The whole net as a formula, with its weights as they are now.</source>
        <translation>把整个网络写成公式，权重为当前值。</translation>
    </message>
    <message>
        <source>Playground: a neural net</source>
        <translation>游乐场：神经网络</translation>
    </message>
    <message>
        <source>Neural net</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Train it, turn its weights by hand</source>
        <translation>训练它，手动调节权重</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>toy model</source>
        <translation>玩具模型</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Watch a neural net learn regions of a plane or a function, and turn each of its weights by hand while the picture follows.</source>
        <translation>观看神经网络学习平面上的区域或一个函数，并手动调节每个权重，图像随之变化。</translation>
    </message>
    <message>
        <source>The net&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>The truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>The net as a formula</source>
        <translation>写成公式的网络</translation>
    </message>
    <message>
        <source>{formula}
… Save the net for all of it.</source>
        <translation>{formula}
…… 保存网络可得全部内容。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Own points from a CSV file</source>
        <translation>来自 CSV 文件的自己的点</translation>
    </message>
    <message>
        <source>Open a net</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Nets (*.safetensors);;All files (*)</source>
        <translation>网络 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Net with its recipe (*.safetensors)</source>
        <translation>网络及其配方 (*.safetensors)</translation>
    </message>
    <message>
        <source>PyTorch program (*.py)</source>
        <translation>PyTorch 程序 (*.py)</translation>
    </message>
    <message>
        <source>NumPy program (*.py)</source>
        <translation>NumPy 程序 (*.py)</translation>
    </message>
    <message>
        <source>Save the net</source>
        <translation>保存网络</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>{n} vote(s)</source>
        <translation>{n} 票</translation>
    </message>
    <message>
        <source>decoy, {votes}</source>
        <translation>干扰项，{votes}</translation>
    </message>
    <message>
        <source>decoy</source>
        <translation>干扰项</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>class</source>
        <translation>全班</translation>
    </message>
    <message>
        <source>mean of {n} token(s)</source>
        <translation>{n} 个词元的平均</translation>
    </message>
    <message>
        <source>last token</source>
        <translation>最后一个词元</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>猜中</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>全班</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Blind (no votes)</source>
        <translation>盲猜（无票）</translation>
    </message>
    <message>
        <source>Table of 6 letters</source>
        <translation>6 个字母的表</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
</context>
<context>
    <name>PredictView</name>
    <message>
        <source>Predict first</source>
        <translation>先猜后看</translation>
    </message>
    <message>
        <source>The class guesses before the model shows</source>
        <translation>模型揭晓之前，全班先猜</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <source>hide next token</source>
        <translation>隐藏下一个词元</translation>
    </message>
    <message>
        <source>A class votes on the next token while it is hidden everywhere; then the model&apos;s probabilities are shown beside the votes. Bits: with n votes and m tokens voted for or offered, the class&apos;s probability of a token is (votes + 1) / (n + m + 1), and the rest is spread over all others.</source>
        <translation>在下一个词元处处隐藏时由全班投票，然后在票数旁边显示模型的概率。比特：若有 n 票，得票或列出的词元有 m 个，则全班给一个词元的概率是（票数 + 1）/（n + m + 1），余下的平均分给其他所有词元。</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>最可能的</translation>
    </message>
    <message>
        <source>How many of the model&apos;s most likely tokens stand on the buttons.</source>
        <translation>模型最可能的词元有多少个放在按钮上。</translation>
    </message>
    <message>
        <source>Decoys</source>
        <translation>干扰项</translation>
    </message>
    <message>
        <source>How many unlikely tokens stand among them: drawn from the model&apos;s candidates beyond the 15 most likely ones, as far as the run keeps them, and written as the most likely one is (a word, letters that continue it, or other).</source>
        <translation>其中混入多少个不太可能的词元：从模型前 15 名之外的候选中抽取（以运行记录所保存的为限），写法与最可能的词元同类（词、接续的字母或其他）。</translation>
    </message>
    <message>
        <source>Seed of the decoys</source>
        <translation>干扰项的种子</translation>
    </message>
    <message>
        <source>Another seed draws other decoys and shuffles the buttons anew.</source>
        <translation>换一个种子会抽取别的干扰项，并重新打乱按钮。</translation>
    </message>
    <message>
        <source>predict first</source>
        <translation>先猜后看</translation>
    </message>
    <message>
        <source>No text yet. Write a prompt and press play.</source>
        <translation>还没有文本。请写一个提示词并按播放。</translation>
    </message>
    <message>
        <source>This run&apos;s file holds no next tokens: nothing can be guessed.</source>
        <translation>此运行记录的文件没有保存下一个词元：没有可猜的。</translation>
    </message>
    <message>
        <source>What comes next? Hide it, and let the class guess first.</source>
        <translation>接下来是什么？先隐藏它，让全班猜。</translation>
    </message>
    <message numerus="yes">
        <source>What comes next? {n} vote(s) so far. Press a number, click a token, or type a guess.</source>
        <translation>
            <numerusform>接下来是什么？目前 {n} 票。请按数字键、点击词元，或输入猜测。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody voted. The model&apos;s most likely token has a frame.</source>
        <translation>没有人投票。模型最可能的词元加了框。</translation>
    </message>
    <message>
        <source>The model gave the class&apos;s guesses a probability of {p} on average. Its most likely token has a frame.</source>
        <translation>模型给全班的猜测平均 {p} 的概率。它最可能的词元加了框。</translation>
    </message>
    <message numerus="yes">
        <source>{token}: model {p}, {n} vote(s)</source>
        <translation>
            <numerusform>{token}：模型 {p}，{n} 票</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean log loss: class {a} bits, model {b} bits, without votes {c} bits</source>
        <translation>平均对数损失：全班 {a} 比特，模型 {b} 比特，无票 {c} 比特</translation>
    </message>
    <message>
        <source>A table of six letters needs {bits} bits for the same tokens</source>
        <translation>六个字母的表对同样的词元需要 {bits} 比特</translation>
    </message>
    <message numerus="yes">
        <source>Vote for {token}, {n} vote(s) so far</source>
        <translation>
            <numerusform>投 {token} 一票，目前 {n} 票</numerusform>
        </translation>
    </message>
    <message>
        <source>The model has no token that begins “{text}”.</source>
        <translation>模型没有以“{text}”开头的词元。</translation>
    </message>
    <message>
        <source>“{text}” is more than one token: the vote is for its beginning, {token}.</source>
        <translation>“{text}”不止一个词元：这一票投给它的开头 {token}。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>设置类别</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>重置此页</translation>
    </message>
    <message>
        <source>Put the settings of this page back to their defaults</source>
        <translation>将此页的设置恢复为默认值</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Model at the start</source>
        <translation>启动时的模型</translation>
    </message>
    <message>
        <source>Lists the models on this computer. A model named on the command line is used instead.</source>
        <translation>列出本机上的模型。若命令行指定了模型，则以命令行为准。</translation>
    </message>
    <message>
        <source>Run the prompt at the start</source>
        <translation>启动时运行提示词</translation>
    </message>
    <message>
        <source>Runs the last prompt as soon as the model is loaded.</source>
        <translation>模型加载后立即运行上次的提示词。</translation>
    </message>
    <message>
        <source>The one used last</source>
        <translation>上次使用的模型</translation>
    </message>
    <message>
        <source>None: choose one each time</source>
        <translation>无：每次选择</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The theme&apos;s own</source>
        <translation>主题自带</translation>
    </message>
    <message>
        <source>Colours of data</source>
        <translation>数据的颜色</translation>
    </message>
    <message>
        <source>Three are made for a deficiency of colour vision: categories, good and bad stay apart. What colours tell is told by dashes, shapes or words as well.</source>
        <translation>其中三种为色觉障碍而设：各类别以及好与坏都能分清。颜色所表示的，也用虚线、形状或文字表示。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Scales everything in the window. Choose 150 % or more for a projector.</source>
        <translation>缩放窗口中的所有内容。用投影仪时选 150% 或更大。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>No animations: the map jumps to its new position and new tokens appear at once.</source>
        <translation>不播放动画：地图直接跳到新位置，新词元立即出现。</translation>
    </message>
    <message>
        <source>They are left out also where your system asks for less motion.</source>
        <translation>系统要求减少动态效果时，也不播放动画。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>计算引擎</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Automatic uses bfloat16 where the device computes fast with it, and float32 elsewhere.</source>
        <translation>“自动”在设备计算 bfloat16 较快时使用它，否则使用 float32。</translation>
    </message>
    <message>
        <source>Load the model again</source>
        <translation>重新加载模型</translation>
    </message>
    <message>
        <source>A new device or precision is used when the model is loaded again.</source>
        <translation>新的设备或精度在重新加载模型后生效。</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 线程数</translation>
    </message>
    <message>
        <source>This computer has {n} core(s). Automatic leaves one to the window, so that it stays responsive.</source>
        <translation>本机有 {n} 个核心。“自动”会留一个给窗口，使其保持流畅。</translation>
    </message>
    <message>
        <source>automatic ({n})</source>
        <translation>自动（{n}）</translation>
    </message>
    <message>
        <source>Memory of a run</source>
        <translation>运行记录的内存</translation>
    </message>
    <message>
        <source>Memory for recorded attention and neurons. Beyond it they are recomputed when you look at them. Automatic takes a sixteenth of this computer&apos;s {size} GiB, within limits. Used from the next run on.</source>
        <translation>用于记录注意力和神经元的内存。超出的部分在查看时重新计算。“自动”取本机 {size} GiB 内存的十六分之一，并有上下限。从下次运行起生效。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Models and maps</source>
        <translation>模型和地图</translation>
    </message>
    <message>
        <source>Open the folder of models and maps</source>
        <translation>打开模型和地图所在的文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Open the folder of settings</source>
        <translation>打开设置所在的文件夹</translation>
    </message>
    <message>
        <source>What is stored on this computer, and its size</source>
        <translation>本机上存储的内容及其大小</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete the selected item from this computer</source>
        <translation>从本机删除所选项目</translation>
    </message>
    <message>
        <source>Never go online</source>
        <translation>从不联网</translation>
    </message>
    <message>
        <source>Uses only models that are on this computer. Even without this, Orrery goes online only to download models, and never sends your text.</source>
        <translation>只使用本机上的模型。即使不选此项，Orrery 也仅为下载模型而联网，且从不发送文本。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>To store models and maps elsewhere, such as on a larger disk, set the environment variable ORRERY_CACHE to a folder there and start Orrery again.</source>
        <translation>如需将模型和地图存到别处（如更大的磁盘），请将环境变量 ORRERY_CACHE 设为那里的文件夹，再重新启动 Orrery。</translation>
    </message>
    <message>
        <source>{used} stored, {free} free on this disk</source>
        <translation>已存储 {used}，此磁盘剩余 {free}</translation>
    </message>
    <message>
        <source>Models that you trained here are lost and have to be trained again.</source>
        <translation>在本机训练的模型将丢失，需要重新训练。</translation>
    </message>
    <message>
        <source>They are not saved anywhere else.</source>
        <translation>它们没有保存在其他地方。</translation>
    </message>
    <message>
        <source>It is downloaded or computed again when next needed.</source>
        <translation>下次需要时会重新下载或计算。</translation>
    </message>
    <message>
        <source>Remove “{what}”, {size}?</source>
        <translation>移除“{what}”（{size}）？</translation>
    </message>
    <message>
        <source>Remove from the disk</source>
        <translation>从磁盘移除</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>模型 {name}</translation>
    </message>
    <message>
        <source>Expanded GGUF file {name}</source>
        <translation>展开的 GGUF 文件 {name}</translation>
    </message>
    <message>
        <source>Unfinished download of a model</source>
        <translation>未完成的模型下载</translation>
    </message>
    <message>
        <source>Fitted maps</source>
        <translation>已拟合的地图</translation>
    </message>
    <message>
        <source>Compiled code of UMAP and PaCMAP</source>
        <translation>UMAP 和 PaCMAP 的编译代码</translation>
    </message>
    <message>
        <source>Bracket models trained here</source>
        <translation>在本机训练的括号模型</translation>
    </message>
    <message>
        <source>Parts of large models moved to disk</source>
        <translation>移到磁盘的大模型部分</translation>
    </message>
    <message>
        <source>Runs that were not saved</source>
        <translation>未保存的运行记录</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The display {gone} is gone. What was projected is in a window on {display} now, and goes on; “Full screen” fills a display again.</source>
        <translation>显示器 {gone} 已断开。投影的内容现在在 {display} 上的窗口中继续显示；“全屏”可再次占满一块显示器。</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>{heading}  (step {number} of {count})</source>
        <translation>{heading}（第 {number} 步，共 {count} 步）</translation>
    </message>
    <message>
        <source>Do: {text}</source>
        <translation>操作：{text}</translation>
    </message>
    <message>
        <source>See: {text}</source>
        <translation>观察：{text}</translation>
    </message>
    <message>
        <source>Ask: {text}</source>
        <translation>提问：{text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>答案：{text}</translation>
    </message>
</context>
<context>
    <name>PresenterPanel</name>
    <message>
        <source>Notes to this step</source>
        <translation>这一步的备注</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before, or one token back  (Page Up)</source>
        <translation>上一步，或退回一个词元（Page Up）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The next step, or the next token  (Page Down)</source>
        <translation>下一步，或下一个词元（Page Down）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Show the class the answer to the step&apos;s question  (A there)</source>
        <translation>向全班显示这一步问题的答案  (在投影窗口按 A)</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Show the class a black picture  (B or .)</source>
        <translation>给全班显示黑屏（B 或 .）</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Keep what the class sees while you prepare something  (F)</source>
        <translation>准备时保持全班所见不变（F）</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>指针</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>荧光笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take the drawing away  (C)</source>
        <translation>清除所画的内容（C）</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>A red dot that follows the mouse or the arrow keys  (D)</source>
        <translation>跟随鼠标或方向键的红点  (D)</translation>
    </message>
    <message>
        <source>Draw with the mouse, or with Enter and arrow keys  (H)</source>
        <translation>用鼠标画线，或用 Enter 和方向键  (H)</translation>
    </message>
    <message>
        <source>A lens that follows the mouse or the arrow keys  (M)</source>
        <translation>跟随鼠标或方向键的放大镜  (M)</translation>
    </message>
    <message>
        <source>Notes there</source>
        <translation>投影备注</translation>
    </message>
    <message>
        <source>Show the notes to the class: for one screen only  (N)</source>
        <translation>向全班显示备注：仅供只有一块屏幕时使用（N）</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Fill the chosen display, or be a window again  (F11 there)</source>
        <translation>占满所选的显示器，或恢复为窗口（在那里按 F11）</translation>
    </message>
    <message>
        <source>What is projected…</source>
        <translation>投影的内容…</translation>
    </message>
    <message>
        <source>Views, letters and display</source>
        <translation>视图、文字和显示器</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Close the window for the audience</source>
        <translation>关闭听众窗口</translation>
    </message>
    <message>
        <source>No lesson is open: Page Down writes the next token, Page Up takes it back.</source>
        <translation>没有打开课程：Page Down 写出下一个词元，Page Up 退回一个。</translation>
    </message>
    <message>
        <source>Next: {heading}</source>
        <translation>下一步：{heading}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Projected on {display}: {views}</source>
        <translation>投影到 {display}：{views}</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>about {n} s left</source>
        <translation>约剩 {n} 秒</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>约剩 {n} 分钟</translation>
    </message>
    <message>
        <source>+{n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
</context>
<context>
    <name>ProgressEntry</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop this: {what}</source>
        <translation>停止：{what}</translation>
    </message>
    <message>
        <source>Cancel: {what}</source>
        <translation>取消：{what}</translation>
    </message>
</context>
<context>
    <name>Projected</name>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation>{title}无法绘制：{error}</translation>
    </message>
</context>
<context>
    <name>ProjectionsView</name>
    <message>
        <source>How far to trust this map</source>
        <translation>这张地图有多可信</translation>
    </message>
    <message>
        <source>Trust in the map</source>
        <translation>地图可信度</translation>
    </message>
    <message>
        <source>Neighbours and distances that each layout keeps</source>
        <translation>各布局保持的近邻与距离</translation>
    </message>
    <message>
        <source>trustworthiness</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>continuity</source>
        <translation>连续性</translation>
    </message>
    <message>
        <source>neighbours kept</source>
        <translation>邻居保持率</translation>
    </message>
    <message>
        <source>distance correlation</source>
        <translation>距离相关</translation>
    </message>
    <message>
        <source>compare layouts</source>
        <translation>比较布局</translation>
    </message>
    <message>
        <source>faithfulness</source>
        <translation>忠实度</translation>
    </message>
    <message>
        <source>How many of the neighbours in all dimensions, and of the distances, each layout of the map keeps, beside a shuffled layout as a control.</source>
        <translation>地图的每种布局保持了多少全维度中的近邻和距离，并以打乱的布局作对照。</translation>
    </message>
    <message>
        <source>Measure all layouts</source>
        <translation>测量所有布局</translation>
    </message>
    <message>
        <source>Compare 500 points&apos; neighbours in all dimensions with those on every layout</source>
        <translation>将 500 个点在全部维度中的近邻与各布局上的近邻比较</translation>
    </message>
    <message>
        <source>k = {k}</source>
        <translation>k = {k}</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>true neighbours kept</source>
        <translation>真实近邻保持率</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>1: each point&apos;s k nearest on the map are its k true neighbours. It falls by how far down the list of true neighbours the others stand; 0.5 is chance.</source>
        <translation>1：每个点在地图上的 k 个近邻恰是它的 k 个真实近邻。其余的点在真实近邻排名中越靠后，值越低；0.5 为随机水平。</translation>
    </message>
    <message>
        <source>1: each point&apos;s k true neighbours are its k nearest on the map. It falls by how far away on the map the others are; 0.5 is chance.</source>
        <translation>1：每个点的 k 个真实近邻恰是它在地图上的 k 个近邻。其余的点在地图上越远，值越低；0.5 为随机水平。</translation>
    </message>
    <message>
        <source>The share of a point&apos;s k true neighbours that are among its k nearest on the map.</source>
        <translation>一个点的 k 个真实近邻中，有多大比例在地图上也是它的 k 个近邻。</translation>
    </message>
    <message>
        <source>Spearman&apos;s correlation of distances in all dimensions (cosine) and on the map.</source>
        <translation>全部维度中的距离（余弦）与地图上距离的 Spearman 相关系数。</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>What the layouts of this space keep: {space}</source>
        <translation>此空间各布局的保持程度：{space}</translation>
    </message>
    <message>
        <source>Load a model to measure the layouts of its map.</source>
        <translation>加载模型后可测量其地图的各种布局。</translation>
    </message>
    <message>
        <source>The map of this space is not there yet. Show it first.</source>
        <translation>此空间的地图尚不存在。请先显示它。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>One click compares 500 points&apos; neighbours in all dimensions with those on each layout, in 3D and 2D, and with a shuffled layout. It takes some seconds for each layout.</source>
        <translation>点击一次，即可把 500 个点在全部维度中的近邻与各布局（3D 和 2D）及打乱布局上的近邻比较。每种布局需几秒。</translation>
    </message>
    <message>
        <source>This space has too few points for 15 neighbours.</source>
        <translation>此空间的点太少，不足 15 个近邻。</translation>
    </message>
    <message>
        <source>Most is kept by {layout} in {n}D: {share} of a point&apos;s 15 true neighbours are among its 15 nearest there (shuffled: {chance}), trustworthiness {trust}, distances {rho}.</source>
        <translation>保持最多的是 {n}D 的 {layout}：一个点的 15 个真实近邻中，{share} 也在该布局的 15 个近邻之列（打乱：{chance}），可信度 {trust}，距离 {rho}。</translation>
    </message>
    <message>
        <source>So most of what stands next to a point on these maps is not its true neighbour.</source>
        <translation>因此，在这些地图上紧邻某点的点，大多不是它的真实近邻。</translation>
    </message>
    <message>
        <source>Measured on {n} of {all} points (seed 0), each against all others; distances of {pairs} pairs.</source>
        <translation>从 {all} 个点中取 {n} 个测量（随机种子 0），各与其余所有点比较；距离取 {pairs} 对。</translation>
    </message>
    <message>
        <source>The map states for the layout that it shows {three} in 3D and {two} in 2D: of 15 among the 50 nearest.</source>
        <translation>地图为所示布局标注的是：3D {three}，2D {two}（15 个真实近邻在地图上最近 50 个中的比例）。</translation>
    </message>
    <message>
        <source>Two seeds of one layout share {share} of a point&apos;s 15 nearest on the map (3D).</source>
        <translation>同一布局用两个随机种子，一个点在地图上的 15 个近邻有 {share} 相同（3D）。</translation>
    </message>
    <message>
        <source>{n} {space} of the default model, of 15 neighbours among 50 in 3D: {shares}.</source>
        <translation>默认模型的 {n} 个{space}，3D 中 15 个近邻在 50 个之内的比例：{shares}。</translation>
    </message>
    <message>
        <source>Nothing that was tried keeps half, in up to {d} dimensions: most is {share}, by {name} in {at}.</source>
        <translation>所试布局至多 {d} 维，都保持不到一半：最高为 {share}（{name}，{at}）。</translation>
    </message>
    <message>
        <source>None keeps half; the fewest dimensions tried that do are {d}, by {name} ({share}).</source>
        <translation>都保持不到一半；所试的维数中，最少要 {d} 维才能达到（{name}，{share}）。</translation>
    </message>
    <message>
        <source>For comparison (tests/bench/keep.py; shuffled at most {chance}):</source>
        <translation>供比较（tests/bench/keep.py；打乱至多 {chance}）：</translation>
    </message>
    <message>
        <source>token embeddings</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>hidden states after L14 (the short sample text)</source>
        <translation>隐藏状态（L14 之后，短样本文本）</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Type a text for the model to continue</source>
        <translation>输入供模型续写的文本</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The text that the model continues</source>
        <translation>模型要续写的文本</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>Put the prompt into the format of a conversation that this model was trained on</source>
        <translation>将提示词套用此模型训练时的对话格式</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the prompt</source>
        <translation>运行提示词</translation>
    </message>
    <message>
        <source>This model has no chat template</source>
        <translation>此模型没有对话模板</translation>
    </message>
</context>
<context>
    <name>RankTable</name>
    <message>
        <source>component</source>
        <translation>组件</translation>
    </message>
</context>
<context>
    <name>RedundancyView</name>
    <message>
        <source>Neuron redundancy</source>
        <translation>神经元冗余</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>Switching off 1, 2, 5, 10 …</source>
        <translation>关闭 1、2、5、10 … 个神经元</translation>
    </message>
    <message>
        <source>cumulative ablation</source>
        <translation>累积消融</translation>
    </message>
    <message>
        <source>redundancy</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>robustness</source>
        <translation>稳健性</translation>
    </message>
    <message>
        <source>random baseline</source>
        <translation>随机基线</translation>
    </message>
    <message>
        <source>backup neurons</source>
        <translation>备份神经元</translation>
    </message>
    <message>
        <source>How the loss grows when more and more of a language&apos;s neurons are switched off, compared with equally many random ones.</source>
        <translation>关闭越来越多的某种语言的神经元时损失如何升高，并与同样多的随机神经元比较。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A text set, or a UTF-8 file with one text per line.</source>
        <translation>一个文本集，或每行一段文本的 UTF-8 文件。</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>A text set, a UTF-8 file with one text per line, or all others.</source>
        <translation>一个文本集、每行一段文本的 UTF-8 文件，或其他全部。</translation>
    </message>
    <message>
        <source>french, german, code … or a file</source>
        <translation>french、german、code … 或文件</translation>
    </message>
    <message>
        <source>all others, english …</source>
        <translation>其他全部、english …</translation>
    </message>
    <message>
        <source>Switch them off and measure</source>
        <translation>关闭并测量</translation>
    </message>
    <message>
        <source>the best neurons, on {a}</source>
        <translation>最佳神经元，{a}</translation>
    </message>
    <message>
        <source>the best neurons, on {b}</source>
        <translation>最佳神经元，{b}</translation>
    </message>
    <message>
        <source>random ones, on {a}</source>
        <translation>随机神经元，{a}</translation>
    </message>
    <message>
        <source>random ones, on {b}</source>
        <translation>随机神经元，{b}</translation>
    </message>
    <message>
        <source>neurons switched off</source>
        <translation>关闭的神经元数</translation>
    </message>
    <message>
        <source>rise of the loss over the original model</source>
        <translation>相对原始模型的损失升幅</translation>
    </message>
    <message>
        <source>Switching off more and more neurons for {a}</source>
        <translation>关闭越来越多的神经元：{a}</translation>
    </message>
    <message>
        <source>Load a model to see how its loss rises when neurons are switched off.</source>
        <translation>加载模型后，可看关闭神经元时其损失如何升高。</translation>
    </message>
    <message>
        <source>Measuring. Progress and Cancel are in the status line.</source>
        <translation>正在测量。进度和“取消”在状态栏。</translation>
    </message>
    <message>
        <source>Ranks all neurons on one half of the texts (by how well they separate the text sets; the top ones by how much switching each off raises the loss), and measures on the other half. It takes some minutes.</source>
        <translation>先在一半文本上给所有神经元排名（依据区分两个文本集的能力；排在前面的再依据各自关闭后损失的升幅），再在另一半上测量。需要几分钟。</translation>
    </message>
    <message>
        <source>With the top {n} neurons switched off, the loss on {a} changes by {rise} (original: {intact} bits per token), on {b} by {other}; with {n} random ones of the same layers by {random} (mean of {draws} draws). {texts} texts of {a}.</source>
        <translation>关闭前 {n} 个神经元后，损失的变化为：{a} {rise}（原始：{intact} 比特/词元），{b} {other}；改为关闭同层的 {n} 个随机神经元，则为 {random}（{draws} 次抽样的均值）。{a}：{texts} 段文本。</translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>The description of a laboratory is missing because {file} could not be loaded: {error}. The laboratory&apos;s views still work.</source>
        <translation>实验模块的说明缺失，因为无法加载 {file}：{error}。该模块的视图仍可使用。</translation>
    </message>
    <message>
        <source>The view in {file} is missing, because its file could not be loaded: {error}</source>
        <translation>{file} 中的视图缺失，因为无法加载该文件：{error}</translation>
    </message>
    <message>
        <source>The view in {file} is called {name}; a file must be named NAME_view.py as its view is.</source>
        <translation>{file} 中的视图名为 {name}；文件须按其视图命名为 NAME_view.py。</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Name of the branch</source>
        <translation>分支名称</translation>
    </message>
</context>
<context>
    <name>RowWidget</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Scale: multiply this component&apos;s output by the number. Mean: replace its output by its average over a sample text.</source>
        <translation>缩放：将此组件的输出乘以该数。均值：用它在样本文本上的平均值替换其输出。</translation>
    </message>
    <message>
        <source>at positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Solo: only this row is applied</source>
        <translation>单独：只应用这一行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Neuron {index} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {index}</translation>
    </message>
    <message>
        <source>Head {index} of layer {layer}</source>
        <translation>第 {layer} 层的头 {index}</translation>
    </message>
    <message>
        <source>The attention of layer {layer}</source>
        <translation>第 {layer} 层的注意力</translation>
    </message>
    <message>
        <source>The MLP of layer {layer}</source>
        <translation>第 {layer} 层的 MLP</translation>
    </message>
    <message>
        <source>{part} is modified</source>
        <translation>修改 {part}</translation>
    </message>
    <message>
        <source>Positions it applies to: all, last (the selected one), generated (those after the prompt), or a list such as 3,5-8</source>
        <translation>生效的位置：all（全部）、last（选中的位置）、generated（提示之后的位置），或如 3,5-8 的列表</translation>
    </message>
    <message>
        <source>Name of {part}</source>
        <translation>{part} 的名称</translation>
    </message>
    <message>
        <source>Scale of {part}</source>
        <translation>{part} 的缩放倍数</translation>
    </message>
    <message>
        <source>Exact scale of {part}</source>
        <translation>{part} 的精确缩放倍数</translation>
    </message>
    <message>
        <source>How {part} is modified</source>
        <translation>{part} 的修改方式</translation>
    </message>
    <message>
        <source>Positions where {part} is modified</source>
        <translation>修改 {part} 的位置</translation>
    </message>
    <message>
        <source>Solo {part}</source>
        <translation>单独应用 {part}</translation>
    </message>
    <message>
        <source>Move {part} up</source>
        <translation>上移 {part}</translation>
    </message>
    <message>
        <source>Move {part} down</source>
        <translation>下移 {part}</translation>
    </message>
    <message>
        <source>Remove {part} from the list</source>
        <translation>从列表中移除 {part}</translation>
    </message>
    <message>
        <source>How it acts on the model</source>
        <translation>它如何作用于模型</translation>
    </message>
</context>
<context>
    <name>RunBefore</name>
    <message>
        <source>The previous run is in no file, and could not be kept: go back to it and save it.</source>
        <translation>上一个运行记录不在任何文件中，也无法保留：请返回它并保存。</translation>
    </message>
</context>
<context>
    <name>RunPaths</name>
    <message>
        <source>Show the path of a run</source>
        <translation>显示运行记录的路径</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Orrery runs (*.orrery)</source>
        <translation>Orrery 运行记录 (*.orrery)</translation>
    </message>
</context>
<context>
    <name>RunningText</name>
    <message>
        <source>The text so far</source>
        <translation>目前的文本</translation>
    </message>
    <message>
        <source>No tokens yet.</source>
        <translation>还没有词元。</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>greedy</source>
        <translation>贪心解码</translation>
    </message>
    <message>
        <source>temperature {x}</source>
        <translation>温度 {x}</translation>
    </message>
    <message>
        <source>top-k {x}</source>
        <translation>top-k {x}</translation>
    </message>
    <message>
        <source>top-p {x}</source>
        <translation>top-p {x}</translation>
    </message>
    <message>
        <source>min-p {x}</source>
        <translation>min-p {x}</translation>
    </message>
    <message>
        <source>penalty {x}</source>
        <translation>重复惩罚 {x}</translation>
    </message>
</context>
<context>
    <name>SamplingPanel</name>
    <message>
        <source>0: always the most likely token. 1: the model&apos;s own probabilities. Above 1: more random.</source>
        <translation>0：总取最可能的词元。1：模型自身的概率。大于 1：更随机。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only draw from the k most likely tokens; 0 = from all.</source>
        <translation>只从最可能的 k 个词元中抽取；0 = 从全部中抽取。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only draw from the smallest set of most likely tokens whose probabilities add up to this.</source>
        <translation>只从概率之和达到此值的最小一组最可能词元中抽取。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only draw tokens at least this fraction as likely as the most likely one.</source>
        <translation>只抽取概率不低于最可能词元的这一比例的词元。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Above 1: tokens that occurred before become less likely.</source>
        <translation>大于 1：先前出现过的词元变得更不可能。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same tokens on the same computer.</source>
        <translation>在同一台计算机上，相同的随机种子抽出相同的词元。</translation>
    </message>
    <message>
        <source>Draw a new seed</source>
        <translation>换一个随机种子</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>greedy: always the most likely token</source>
        <translation>贪心解码：总取最可能的词元</translation>
    </message>
</context>
<context>
    <name>ScaleSlider</name>
    <message>
        <source>0 off</source>
        <translation>0 关闭</translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation>1 不变</translation>
    </message>
    <message>
        <source>{value} unchanged</source>
        <translation>{value} 不变</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>previous token</source>
        <translation>前一词元</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>重复词元</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首个词元</translation>
    </message>
    <message>
        <source>same position</source>
        <translation>同一位置</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
</context>
<context>
    <name>SentencePanel</name>
    <message>
        <source>The continuation, original and modified</source>
        <translation>续写：原始与修改后</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>The continuation: both models generate it when the slider stops…</source>
        <translation>续写：滑块停下时由两个模型生成…</translation>
    </message>
    <message>
        <source>The continuation changes at its first token.</source>
        <translation>续写从第一个词元起就不同。</translation>
    </message>
    <message>
        <source>The continuation changes at its token {at}.</source>
        <translation>续写从第 {at} 个词元起不同。</translation>
    </message>
    <message>
        <source>The next {n} tokens are the same with and without the interventions. Try a stronger one.</source>
        <translation>有无干预，接下来的 {n} 个词元都相同。请试试更强的干预。</translation>
    </message>
    <message>
        <source>The continuation: the same so far.</source>
        <translation>续写：至今相同。</translation>
    </message>
</context>
<context>
    <name>Sets</name>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他全部</translation>
    </message>
</context>
<context>
    <name>SharesView</name>
    <message>
        <source>Direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>Logit attribution</source>
        <translation>logit 归因</translation>
    </message>
    <message>
        <source>Who wrote this logit?</source>
        <translation>这个 logit 由谁写入？</translation>
    </message>
    <message>
        <source>DLA</source>
        <translation>DLA</translation>
    </message>
    <message>
        <source>logit decomposition</source>
        <translation>logit 分解</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Splits one token&apos;s logit into what each attention, MLP and embedding added to it; the parts sum to the whole.</source>
        <translation>把一个词元的 logit 拆成各注意力、MLP 和嵌入加上的量；各部分之和等于总值。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The token whose logit is split.</source>
        <translation>要拆分其 logit 的词元。</translation>
    </message>
    <message>
        <source>the most likely next token</source>
        <translation>最可能的下一个词元</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Top neurons</source>
        <translation>主要神经元</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Contributions to a token&apos;s logit</source>
        <translation>对某词元 logit 的贡献</translation>
    </message>
    <message>
        <source>Contributions to the logit of “{token}” ({value})</source>
        <translation>对“{token}”的 logit（{value}）的贡献</translation>
    </message>
    <message>
        <source>No text to look at yet. Type a prompt and press play.</source>
        <translation>还没有文本可看。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>Contributions are measured when generation pauses.</source>
        <translation>贡献在生成暂停后测量。</translation>
    </message>
    <message>
        <source>Contributions are measured with the model that made this run.</source>
        <translation>贡献由生成此运行记录的模型测量。</translation>
    </message>
    <message>
        <source>Attention {attention}, MLPs {mlp}, embedding and the rest {rest}. The final norm&apos;s scale is held fixed.</source>
        <translation>注意力 {attention}，MLP {mlp}，嵌入及其余 {rest}。末层归一化的缩放保持固定。</translation>
    </message>
    <message>
        <source>The largest contribution is the {kind} of L{layer} with {value}.</source>
        <translation>最大的贡献来自 L{layer} {kind}：{value}。</translation>
    </message>
    <message>
        <source>This is the logit before the model&apos;s cap on logits.</source>
        <translation>这是模型对 logit 限幅之前的值。</translation>
    </message>
    <message>
        <source>This model&apos;s MLPs cannot be split into single neurons.</source>
        <translation>此模型的 MLP 无法拆成单个神经元。</translation>
    </message>
</context>
<context>
    <name>SortedTable</name>
    <message>
        <source>No room here for {n} column(s).</source>
        <translation>此处放不下 {n} 列。</translation>
    </message>
    <message>
        <source>No room here for {n} row(s).</source>
        <translation>此处放不下 {n} 行。</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>{n} further series [is|are] in the table.</source>
        <translation>表格中还有 {n} 个系列。</translation>
    </message>
    <message>
        <source>{name}: {value} at {place}.</source>
        <translation>{name}：在 {place} 处为 {value}。</translation>
    </message>
    <message>
        <source>{name}: {n} value(s), highest {high} at {at_high}, lowest {low} at {at_low}.</source>
        <translation>{name}：{n} 个值，最高 {high}（在 {at_high}），最低 {low}（在 {at_low}）。</translation>
    </message>
    <message>
        <source>{name}: {rows} × {columns} cells.</source>
        <translation>{name}：{rows} × {columns} 个单元格。</translation>
    </message>
    <message>
        <source>Largest: {value} at row {row}, column {column}.</source>
        <translation>最大值：{value}，在第 {row} 行、第 {column} 列。</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>state after layer</source>
        <translation>各层之后的状态</translation>
    </message>
    <message>
        <source>after L{layer} (the last)</source>
        <translation>L{layer} 之后（最后一层）</translation>
    </message>
    <message>
        <source>after L{layer}</source>
        <translation>L{layer} 之后</translation>
    </message>
    <message>
        <source>at the input</source>
        <translation>输入处</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Check against a full forward pass</source>
        <translation>与完整前向传播核对</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>reading the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>generating</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>engine ended</source>
        <translation>计算引擎已结束</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>The model of this run</source>
        <translation>此运行记录的模型</translation>
    </message>
    <message>
        <source>modified: {what}</source>
        <translation>已修改：{what}</translation>
    </message>
    <message>
        <source>This run was generated with interventions; every view shows the modified model</source>
        <translation>此运行记录是在干预下生成的；所有视图显示的都是修改后的模型</translation>
    </message>
    <message>
        <source>Device and precision of the model</source>
        <translation>模型的设备和精度</translation>
    </message>
    <message numerus="yes">
        <source>{n} token(s)</source>
        <translation>
            <numerusform>{n} 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} tok/s</source>
        <translation>{n} 词元/秒</translation>
    </message>
    <message>
        <source>Tokens per second, while everything is recorded</source>
        <translation>每秒词元数（记录全部数据时）</translation>
    </message>
    <message>
        <source>map keeps {share} of neighbours</source>
        <translation>地图邻居保持率 {share}</translation>
    </message>
    <message>
        <source>How many of a point&apos;s 15 nearest neighbours (in all dimensions, by cosine similarity) are among the 50 nearest on this map: the mean over up to 500 of its points, drawn at random. Standard error {e}. They are points that the map was made from, not ones kept aside.</source>
        <translation>一个点的 15 个最近邻（全部维度，按余弦相似度）有多少仍在这张地图上最近的 50 个之内：随机抽取至多 500 个点的均值，标准误差 {e}。这些点都参与了地图的制作，并非另外留出。</translation>
    </message>
    <message>
        <source>Preferences, Engine, Memory of a run: how much is kept before that</source>
        <translation>“偏好设置”→“计算引擎”→“运行记录的内存”：在此之前保留多少</translation>
    </message>
    <message>
        <source>Number of tokens on the path shown; their positions count from 0 to {last}</source>
        <translation>所示路径上的词元数；位置从 0 数到 {last}</translation>
    </message>
    <message>
        <source>·  check against a full forward pass</source>
        <translation>·  与完整前向传播核对</translation>
    </message>
    <message>
        <source>Compare the logits computed step by step with those of one full forward pass</source>
        <translation>将逐步计算的 logit 与一次完整前向传播的 logit 比较</translation>
    </message>
    <message>
        <source>·  step by step vs full pass: |Δlogit| {d:.0e}</source>
        <translation>·  逐步与完整传播：|Δlogit| {d:.0e}</translation>
    </message>
    <message>
        <source>Largest difference between the logits computed step by step and those of one full forward pass over the same tokens; the top prediction agrees at {a} of the positions. Click to check again.</source>
        <translation>逐步计算的 logit 与对相同词元做一次完整前向传播所得 logit 的最大差值；首选预测在 {a} 的位置上一致。点击可再次核对。</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Open spec…</source>
        <translation>打开图规格…</translation>
    </message>
    <message>
        <source>Save spec…</source>
        <translation>保存图规格…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Copy vectors</source>
        <translation>复制矢量图</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>See the page smaller</source>
        <translation>缩小页面</translation>
    </message>
    <message>
        <source>See the whole page</source>
        <translation>显示整页</translation>
    </message>
    <message>
        <source>See the page larger</source>
        <translation>放大页面</translation>
    </message>
    <message>
        <source>Looks that were saved by name</source>
        <translation>按名称保存的外观</translation>
    </message>
    <message>
        <source>Open a figure that was saved as text (.toml)</source>
        <translation>打开以文本（.toml）保存的图</translation>
    </message>
    <message>
        <source>Save the figure as text (.toml): `main.py figure` makes it again</source>
        <translation>将图保存为文本（.toml）：可用 `main.py figure` 重新生成</translation>
    </message>
    <message>
        <source>Pixels, for programs of any kind</source>
        <translation>像素图，适用于任何程序</translation>
    </message>
    <message>
        <source>SVG and PDF, for programs that draw</source>
        <translation>SVG 和 PDF，适用于绘图程序</translation>
    </message>
    <message>
        <source>Write PNG, SVG or PDF; the page can also be dragged out</source>
        <translation>写成 PNG、SVG 或 PDF；也可直接拖出页面</translation>
    </message>
    <message>
        <source>Add a view to begin: it is shown here as it will be written.</source>
        <translation>先添加一个视图：此处所见即输出所得。</translation>
    </message>
    <message>
        <source>Being completed: {panels}.</source>
        <translation>正在补全：{panels}。</translation>
    </message>
    <message>
        <source>The figure is not whole yet, so nothing was written: {panels} is being completed.</source>
        <translation>图尚不完整，因此未写入任何文件。正在补全：{panels}。</translation>
    </message>
    <message>
        <source>The figure was made with {model} on “{prompt}”; it shows the run on screen instead. Run that prompt, and open the spec again, to see it as it was.</source>
        <translation>此图原由 {model} 根据“{prompt}”制作；现在显示的是屏幕上的运行记录。要看原来的图，请运行该提示词并再次打开图规格。</translation>
    </message>
</context>
<context>
    <name>StudioDock</name>
    <message>
        <source>Figure</source>
        <translation>制图</translation>
    </message>
</context>
<context>
    <name>Superposition</name>
    <message>
        <source>importance of the feature</source>
        <translation>特征的重要性</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>length 1</source>
        <translation>长度 1</translation>
    </message>
    <message>
        <source>WᵀW</source>
        <translation>WᵀW</translation>
    </message>
    <message>
        <source>feature given</source>
        <translation>输入的特征</translation>
    </message>
    <message>
        <source>feature restored</source>
        <translation>还原的特征</translation>
    </message>
    <message>
        <source>{a} comes back as {value}</source>
        <translation>{a} 还原为 {value}</translation>
    </message>
    <message>
        <source>{b} adds {value} to {a}</source>
        <translation>{b} 给 {a} 加上 {value}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>control</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>{start}: loss {loss}
{what}</source>
        <translation>{start}：损失 {loss}
{what}</translation>
    </message>
    <message>
        <source>each start</source>
        <translation>每个起点</translation>
    </message>
    <message>
        <source>start shown</source>
        <translation>所示起点</translation>
    </message>
    <message>
        <source>without ReLU</source>
        <translation>无 ReLU</translation>
    </message>
    <message>
        <source>best linear model</source>
        <translation>最佳线性模型</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss, logarithmic</source>
        <translation>损失（对数）</translation>
    </message>
    <message>
        <source>step {step}
start shown {loss}
best {best}
without ReLU {control}</source>
        <translation>第 {step} 步
所示起点 {loss}
最佳 {best}
无 ReLU {control}</translation>
    </message>
    <message>
        <source>squared length |W|²</source>
        <translation>长度的平方 |W|²</translation>
    </message>
    <message>
        <source>dimensionality D</source>
        <translation>维度占有率 D</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>best start</source>
        <translation>最佳起点</translation>
    </message>
    <message>
        <source>features represented</source>
        <translation>被表示的特征数</translation>
    </message>
    <message>
        <source>dimensionality D of each feature, best start</source>
        <translation>最佳起点中每个特征的维度占有率 D</translation>
    </message>
    <message>
        <source>share of starts that came to what the best one is</source>
        <translation>与最佳起点结果相同的起点比例</translation>
    </message>
    <message>
        <source>share of starts</source>
        <translation>起点比例</translation>
    </message>
    <message>
        <source>density {density}</source>
        <translation>密度 {density}</translation>
    </message>
    <message>
        <source>best: {what}, loss {loss}</source>
        <translation>最佳：{what}，损失 {loss}</translation>
    </message>
    <message>
        <source>without ReLU: {what}, loss {loss} (best possible {least})</source>
        <translation>无 ReLU：{what}，损失 {loss}（可能的最小值 {least}）</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>两个都没有</translation>
    </message>
    <message>
        <source>first feature only</source>
        <translation>仅第一个特征</translation>
    </message>
    <message>
        <source>second feature only</source>
        <translation>仅第二个特征</translation>
    </message>
    <message>
        <source>both: superposition</source>
        <translation>两个都有：叠加</translation>
    </message>
    <message>
        <source>importance of the second feature, times the first&apos;s</source>
        <translation>第二个特征的重要性（第一个的倍数）</translation>
    </message>
    <message>
        <source>outcome (0 to 3)</source>
        <translation>结果（0 至 3）</translation>
    </message>
    <message>
        <source>formula: first alone or both</source>
        <translation>公式：仅第一个或两个</translation>
    </message>
    <message>
        <source>formula: second alone or both</source>
        <translation>公式：仅第二个或两个</translation>
    </message>
    <message>
        <source>formula: first or second</source>
        <translation>公式：第一个或第二个</translation>
    </message>
    <message>
        <source>density {density}, importance of the second {importance}</source>
        <translation>密度 {density}，第二个的重要性 {importance}</translation>
    </message>
    <message>
        <source>{place}
not computed yet</source>
        <translation>{place}
尚未计算</translation>
    </message>
    <message>
        <source>{place}
{outcome}: weights {a} and {b}, loss {loss}
by the formula: {formula}</source>
        <translation>{place}
{outcome}：权重 {a} 和 {b}，损失 {loss}
按公式：{formula}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause; what is computed stays, and it goes on exactly here</source>
        <translation>暂停；已计算的保留，继续时从此处精确接续</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>倒回</translation>
    </message>
    <message>
        <source>Back to the same random start, from which it can be played</source>
        <translation>回到同一随机起点，可从那里播放</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <source>Move along the training</source>
        <translation>沿训练过程移动</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train one model after the other; what is done stays when it is paused</source>
        <translation>逐个训练模型；暂停时已完成的保留</translation>
    </message>
    <message>
        <source>Show the training again from here</source>
        <translation>从此处起重新播放训练</translation>
    </message>
    <message>
        <source>Train all starts and the control without ReLU</source>
        <translation>训练所有起点和无 ReLU 的对照</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all}</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>[one feature alone|{n} features alone]</source>
        <translation>{n} 个独占一维的特征</translation>
    </message>
    <message>
        <source>[one antipodal pair|{n} antipodal pairs]</source>
        <translation>{n} 个对跖对</translation>
    </message>
    <message>
        <source>[one triangle|{n} triangles]</source>
        <translation>{n} 个三角形</translation>
    </message>
    <message>
        <source>[one tetrahedron|{n} tetrahedra]</source>
        <translation>{n} 个四面体</translation>
    </message>
    <message>
        <source>[one square antiprism|{n} square antiprisms]</source>
        <translation>{n} 个四方反棱柱</translation>
    </message>
    <message>
        <source>[one cube|{n} cubes]</source>
        <translation>{n} 个立方体</translation>
    </message>
    <message>
        <source>[one simplex|{n} simplices] of {corners} corners</source>
        <translation>{n} 个 {corners} 顶点单纯形</translation>
    </message>
    <message>
        <source>[irregular|{n} irregular]: {corners} features in {d} dimensions</source>
        <translation>{n} 个不规则组：{d} 维中的 {corners} 个特征</translation>
    </message>
    <message>
        <source>[one pentagon|{n} pentagons]</source>
        <translation>{n} 个五边形</translation>
    </message>
    <message>
        <source>[one hexagon|{n} hexagons]</source>
        <translation>{n} 个六边形</translation>
    </message>
    <message>
        <source>[one regular polygon|{n} regular polygons] of {corners}</source>
        <translation>{n} 个正 {corners} 边形</translation>
    </message>
    <message>
        <source>no feature represented</source>
        <translation>没有特征被表示</translation>
    </message>
    <message>
        <source>{n} start(s): {name}</source>
        <translation>{n} 个起点：{name}</translation>
    </message>
    <message>
        <source>Two features in one dimension: which are represented?</source>
        <translation>一维中的两个特征：哪些被表示？</translation>
    </message>
    <message>
        <source>{n} features in {m} dimensions, over densities</source>
        <translation>{m} 维中的 {n} 个特征，随密度变化</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Earlier moment</source>
        <translation>较早的时刻</translation>
    </message>
    <message>
        <source>{state}: step {step} of {steps}, {which}: {what}</source>
        <translation>{state}：第 {step} / {steps} 步，{which}：{what}</translation>
    </message>
    <message>
        <source>{state}: step {step} of {steps}, {which}: {what}; not represented: {absent}</source>
        <translation>{state}：第 {step} / {steps} 步，{which}：{what}；未被表示：{absent}</translation>
    </message>
    <message>
        <source>control without ReLU</source>
        <translation>无 ReLU 的对照</translation>
    </message>
    <message>
        <source>best start ({n})</source>
        <translation>最佳起点（{n}）</translation>
    </message>
    <message>
        <source>start {n}</source>
        <translation>起点 {n}</translation>
    </message>
    <message>
        <source>The loss is not a finite number after step {step}: the learning rate {rate} is too high. The last finite moment is shown. Set a rate near 0.01 in the view&apos;s menu.</source>
        <translation>第 {step} 步之后损失不再是有限数：学习率 {rate} 太高。显示的是最后一个有限的时刻。请在视图菜单中把学习率设为 0.01 左右。</translation>
    </message>
    <message>
        <source>Control without ReLU: {what}, loss {loss}; the best linear model (PCA) has {least} by the formula.</source>
        <translation>无 ReLU 的对照：{what}，损失 {loss}；按公式，最佳线性模型（PCA）为 {least}。</translation>
    </message>
    <message>
        <source>Outcomes: {spread}.</source>
        <translation>结果：{spread}。</translation>
    </message>
    <message>
        <source>Every cell is a model of two features in one dimension, trained from 8 starts. Press “Compute”: it takes about ten seconds.</source>
        <translation>每一格是一维中两个特征的模型，从 8 个起点训练。按“计算”：约需十秒。</translation>
    </message>
    <message>
        <source>{share} of the cells are as the formula says (the lines: least exact loss of one feature alone or an antipodal pair). Of the {n} cells with both features, {pairs} have them in opposite directions.</source>
        <translation>{share} 的格子与公式一致（线条：单个特征或对跖对的精确损失何者最小）。在 {n} 个两个特征都有的格子中，{pairs} 个的两个特征方向相反。</translation>
    </message>
    <message>
        <source>Trains all starts to the end at 13 densities, from dense to sparse, with the other settings as they are. Press “Compute”.</source>
        <translation>在从稠密到稀疏的 13 个密度下把所有起点训练到底，其他设置不变。按“计算”。</translation>
    </message>
    <message>
        <source>The loss is not a finite number at density {density}: the learning rate {rate} is too high. Set a rate near 0.01 in the view&apos;s menu.</source>
        <translation>密度为 {density} 时损失不是有限数：学习率 {rate} 太高。请在视图菜单中把学习率设为 0.01 左右。</translation>
    </message>
    <message>
        <source>From density {first} to {last} the best start represents {a} to {b} features in {m} dimensions; the control without ReLU never more than {c}.</source>
        <translation>密度从 {first} 到 {last}，最佳起点在 {m} 维中表示 {a} 至 {b} 个特征；无 ReLU 的对照从不超过 {c} 个。</translation>
    </message>
    <message>
        <source>{name}: importance {importance}
squared length {length}
dimensionality D {share}
bias {bias}
direction ({weights})</source>
        <translation>{name}：重要性 {importance}
长度的平方 {length}
维度占有率 D {share}
偏置 {bias}
方向（{weights}）</translation>
    </message>
</context>
<context>
    <name>SuperpositionView</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>over densities</source>
        <translation>随密度变化</translation>
    </message>
    <message>
        <source>phase diagram</source>
        <translation>相图</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>One training as it moves, the outcome at every density, or the phase diagram of two features in one dimension.</source>
        <translation>一次进行中的训练、每个密度下的结果，或一维中两个特征的相图。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>How many features the model has to represent.</source>
        <translation>模型要表示多少个特征。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>How many dimensions it has for them. Up to three, the features are drawn as arrows.</source>
        <translation>模型为此有多少维。三维以内，特征画成箭头。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>The probability that a feature is not 0 in an example; sparsity is what is missing to 1.</source>
        <translation>一个样本中某特征不为 0 的概率；1 减去它就是稀疏度。</translation>
    </message>
    <message>
        <source>Importance factor</source>
        <translation>重要性系数</translation>
    </message>
    <message>
        <source>How much less each feature counts than the one before it; at 1 all count alike.</source>
        <translation>每个特征的重要性是前一个的多少倍；为 1 时同等重要。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>From how many random weights the training begins, on the same examples.</source>
        <translation>从多少组随机权重开始训练（使用相同的样本）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Of the initial weights and of the examples.</source>
        <translation>初始权重和样本的随机种子。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of the training.</source>
        <translation>训练的步数。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The learning rate at the start; it falls to 0 along a cosine.</source>
        <translation>开始时的学习率；沿余弦曲线降到 0。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Examples in a step.</source>
        <translation>每一步的样本数。</translation>
    </message>
    <message>
        <source>Start shown</source>
        <translation>所示起点</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Which start is drawn, 0 is the best; after the last comes the control without ReLU. A click on its row chooses it too.</source>
        <translation>画出哪个起点，0 是最好的；最后一个之后是无 ReLU 的对照。点击其所在行也可选择。</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>The moment of the training that is shown; -1 is the newest.</source>
        <translation>所示的训练时刻；-1 表示最新的。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Of three dimensions, in degrees. Drag the arrows to turn.</source>
        <translation>三维视图的旋转角度（度）。拖动箭头也可旋转。</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>仰角</translation>
    </message>
    <message>
        <source>From how far above three dimensions are seen, in degrees.</source>
        <translation>从多高的角度观看三维（度）。</translation>
    </message>
    <message>
        <source>Superposition: toy model</source>
        <translation>叠加：玩具模型</translation>
    </message>
    <message>
        <source>Superposition</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>More features than dimensions</source>
        <translation>特征多于维数</translation>
    </message>
    <message>
        <source>toy models of superposition</source>
        <translation>叠加的玩具模型</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>dimensionality</source>
        <translation>维度占有率</translation>
    </message>
    <message>
        <source>Train a model to keep more features than it has dimensions, and see how it arranges them: as pairs, a pentagon, or not at all.</source>
        <translation>训练一个模型，让它保存比维数更多的特征，看它如何安排：成对、成五边形，或者舍弃。</translation>
    </message>
    <message>
        <source>Features as arrows</source>
        <translation>画成箭头的特征</translation>
    </message>
    <message>
        <source>Drawing random weights …</source>
        <translation>正在抽取随机权重 …</translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>TableWriter</name>
    <message>
        <source>Its process ended. Try again.</source>
        <translation>其进程已结束。请重试。</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Save the data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 数组 (*.npz)</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation>Parquet (*.parquet)</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>TokenStripView</name>
    <message>
        <source>surprisal</source>
        <translation>惊奇度</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The text, token by token</source>
        <translation>逐词元查看文本</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>The text cut into tokens, coloured by how surprising each was to the model; click one to look at it.</source>
        <translation>切分成词元的文本，颜色表示每个词元令模型意外的程度；点击词元即可查看。</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>What a token&apos;s colour and bar show. Surprisal is how unlikely the token was, in bits.</source>
        <translation>词元的颜色和条形表示什么。惊奇度表示该词元有多不可能，单位为比特。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Write the value under each token.</source>
        <translation>在每个词元下方写出数值。</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>停止比较</translation>
    </message>
    <message>
        <source>Show the current branch alone (Esc)</source>
        <translation>只显示当前分支（Esc）</translation>
    </message>
    <message>
        <source>No tokens yet. Write a prompt and press play.</source>
        <translation>还没有词元。输入提示词，然后点击播放。</translation>
    </message>
    <message>
        <source>entropy of the next token</source>
        <translation>下一词元的熵</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 比特</translation>
    </message>
    <message>
        <source>A: {one} · B: {other}</source>
        <translation>A：{one} · B：{other}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>The most surprising token is {token} at position {position}: {bits} bits</source>
        <translation>最令人惊奇的词元是位置 {position} 的 {token}：{bits} 比特</translation>
    </message>
    <message>
        <source>position {position} (0 to {last})</source>
        <translation>位置 {position}（0 到 {last}）</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>probability {p}</source>
        <translation>概率 {p}</translation>
    </message>
    <message>
        <source>surprisal {bits} bits</source>
        <translation>惊奇度 {bits} 比特</translation>
    </message>
    <message>
        <source>entropy of the next token {bits} bits</source>
        <translation>下一词元的熵 {bits} 比特</translation>
    </message>
    <message>
        <source>other branches here: {n}</source>
        <translation>此处的其他分支：{n}</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>Branches at position {position}</source>
        <translation>位置 {position} 的分支</translation>
    </message>
    <message>
        <source>Instead of {token}</source>
        <translation>替代 {token}</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>续写</translation>
    </message>
    <message numerus="yes">
        <source>{token}   ({n} token(s))</source>
        <translation>
            <numerusform>{token}（{n} 个词元）</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with {token}</source>
        <translation>与 {token} 比较</translation>
    </message>
</context>
<context>
    <name>TreeArea</name>
    <message>
        <source>Look-ahead tree</source>
        <translation>前瞻树</translation>
    </message>
</context>
<context>
    <name>TwoNames</name>
    <message>
        <source>zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>{answer} {p}, {other} {q}: logit difference {difference}</source>
        <translation>{answer} {p}，{other} {q}：logit 差 {difference}</translation>
    </message>
    <message>
        <source>the most likely token is {first}</source>
        <translation>最可能的词元是 {first}</translation>
    </message>
    <message>
        <source>embedding {value}</source>
        <translation>嵌入 {value}</translation>
    </message>
    <message>
        <source>heads {value}</source>
        <translation>头 {value}</translation>
    </message>
    <message>
        <source>MLPs {value}</source>
        <translation>MLP {value}</translation>
    </message>
    <message>
        <source>biases {value}</source>
        <translation>偏置 {value}</translation>
    </message>
    <message>
        <source>other parts of layers {value}</source>
        <translation>各层其他部分 {value}</translation>
    </message>
    <message>
        <source>the model&apos;s logit difference is {value}; the contributions sum to it within {gap}</source>
        <translation>模型的 logit 差为 {value}；各贡献之和与之相差不超过 {gap}</translation>
    </message>
    <message>
        <source>the model&apos;s logit difference is {value}; the contributions miss it by {gap}, which is more than rounding explains: part of this model is not covered</source>
        <translation>模型的 logit 差为 {value}；各贡献之和与之相差 {gap}，超出舍入误差：此模型有一部分未被涵盖</translation>
    </message>
    <message>
        <source>the final norm&apos;s scale is held fixed</source>
        <translation>末层归一化的缩放保持固定</translation>
    </message>
    <message>
        <source>before the model&apos;s cap on logits, which is not linear</source>
        <translation>在模型对 logit 限幅之前（限幅是非线性的）</translation>
    </message>
    <message>
        <source>without L{layer}.H{head} {value} ({how})</source>
        <translation>关闭 L{layer}.H{head} 后 {value}（{how}）</translation>
    </message>
    <message>
        <source>mean over the sample text</source>
        <translation>样本文本上的均值</translation>
    </message>
    <message>
        <source>mean over {n} sentences with three other names</source>
        <translation>{n} 个换成另外三个名字的句子的均值</translation>
    </message>
</context>
<context>
    <name>ViewHelp</name>
    <message>
        <source>What it shows</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>如何计算</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>动手试试</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>About “{view}”</source>
        <translation>关于“{view}”</translation>
    </message>
    <message>
        <source>Its options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>The modified model runs from the lowest layer that is changed, on the hidden states below it that are known already. A scale multiplies a component&apos;s output; “mean” puts its average over a bundled sample text in its place. Shown are the next token&apos;s probabilities at temperature 1 in both models and KL(original ‖ modified) in bits. Both continuations below are drawn with the same random numbers, so they differ only by the interventions.</source>
        <translation>修改后的模型从被改动的最低层开始运行，其下各层的隐藏状态沿用已有的结果。缩放是把组件的输出乘以一个数；“均值”是换成它在内置样本文本上的平均输出。显示的是两个模型在温度 1 下对下一词元的概率，以及以比特计的 KL（原始 ‖ 修改后）。下方两段续写用相同的随机数抽取，因此差别只来自干预。</translation>
    </message>
    <message>
        <source>Press “Its strongest head”: of the 30 heads with the largest estimated effect, the one whose switching off costs the most likely token most is added, switched off. Move its slider slowly from 0 to 1 and watch the bars of each pair meet.</source>
        <translation>点击“作用最强的注意力头”：在估计效应最大的 30 个头中，把关闭后使最可能的词元损失最大的那个以关闭状态加入列表。把它的滑块从 0 慢慢移到 1，看每对条形如何重合。</translation>
    </message>
    <message>
        <source>Type L0.mlp into the line for a component and press “Add”: look at how far KL rises, and how the continuation reads without the first MLP. “Undo” brings it back.</source>
        <translation>在添加组件的输入框中输入 L0.mlp，再点击“添加”：看 KL 升高多少，以及没有首个 MLP 时续写读起来如何。“撤销”可恢复。</translation>
    </message>
    <message>
        <source>Set a row from “scale” to “mean”. Zero removes all that the component adds, the mean only what is special about this text: compare both values of KL.</source>
        <translation>把某一行从“缩放”改为“均值”。置零去掉组件加上的全部内容，均值只去掉这段文本特有的部分：比较两种情况下的 KL。</translation>
    </message>
    <message>
        <source>Wang and others 2022 (arXiv 2211.00593) for mean ablation; Kullback and Leibler 1951 for the divergence.</source>
        <translation>Wang 等 2022（arXiv 2211.00593，均值消融）；Kullback 与 Leibler 1951（散度）。</translation>
    </message>
    <message>
        <source>At the selected position the logit lens reads the hidden state after every layer twice, in the original and in the modified model, with the model&apos;s own final norm and unembedding. KL(original ‖ modified) in bits compares both readings. Nothing differs below the lowest modified layer. What the lens reads in early layers is not something that the model says there.</source>
        <translation>在选中的位置，用模型自己的末层归一化和解嵌入，对原始模型和修改后的模型各作一次 logit 透镜，读出每层之后的隐藏状态。KL（原始 ‖ 修改后）以比特比较两次读数。被改动的最低层以下没有差别。透镜在低层读出的内容，并不是模型在那里说的话。</translation>
    </message>
    <message>
        <source>In “Interventions” switch off a component of a middle layer and follow KL from the first layer to the last: where does it begin, and does it grow or shrink on the way to the output?</source>
        <translation>在“干预”中关闭中间某一层的一个组件，从第一层到最后一层看 KL：从哪里开始出现？到输出为止是增大还是减小？</translation>
    </message>
    <message>
        <source>Click a layer above the modified one: below stands what its selected head attends to in both models. Where that differs, the head attends by what the modified component writes.</source>
        <translation>点击被改动层之上的一层：下方是该层选中的头在两个模型中各关注什么。若有不同，说明这个头依据被改动组件写入的内容来关注。</translation>
    </message>
    <message>
        <source>nostalgebraist 2020 (the logit lens); Kullback and Leibler 1951.</source>
        <translation>nostalgebraist 2020（logit 透镜）；Kullback 与 Leibler 1951。</translation>
    </message>
    <message>
        <source>The scale of one component is set to 16 values from −2 to 10, one after the other, while the rest of the intervention list stays as it is, and the next token is computed each time. The lines show the tracked token&apos;s probability and KL(original ‖ modified) in bits; between the measured values they only connect.</source>
        <translation>把一个组件的缩放倍数依次设为从 −2 到 10 的 16 个数，干预列表的其余部分不变，每次计算下一词元。曲线是跟踪词元的概率和以比特计的 KL（原始 ‖ 修改后）；测量值之间只是连线。</translation>
    </message>
    <message>
        <source>Press “Measure” and compare the scales −1, 0, 1 and 2: is twice as much the opposite of nothing, or does the effect level off?</source>
        <translation>点击“测量”，比较 −1、0、1 和 2 处：加倍的作用与关闭相反吗，还是作用趋于饱和？</translation>
    </message>
    <message>
        <source>With a single row in the list KL is 0 at scale 1, which is the original model. Look at how fast it rises on either side.</source>
        <translation>列表中只有一行时，缩放倍数为 1 处就是原始模型，KL 为 0。看它向两侧升高得多快。</translation>
    </message>
    <message>
        <source>Choose another “Row of the list” and measure again: a component whose lines stay flat from −2 to 10 has no effect on the next token here.</source>
        <translation>另选一个“列表行号”再测量：从 −2 到 10 曲线一直平坦的组件，对此处的下一词元没有影响。</translation>
    </message>
    <message>
        <source>The sweep is Orrery&apos;s own; it is read as a dose-response curve is.</source>
        <translation>扫描是 Orrery 自己的做法，读法与剂量—反应曲线相同。</translation>
    </message>
    <message>
        <source>A word stands for its row of the token embedding, several tokens for the mean of their rows; the answer is looked for at b − a + c by cosine similarity among all rows of the vocabulary. A rank counts the tokens that are nearer than the expected word; tokens that only differ from a word by case or a space spell it too. Beside it stand what b + c finds, what c alone finds, and the offsets of other pairs: without those the rank says little. Offsets of pairs are tested against pairs whose second words are shuffled.</source>
        <translation>一个词以它在词元嵌入中的行表示，由多个词元组成的词以各行的均值表示；按余弦相似度在词表的所有行中查找离 b − a + c 最近者。排名是比期望词更近的词元数加一；只有大小写或空格不同的词元算作同一个词。旁边列出 b + c、仅 c 以及其他词对的偏移各找到什么：没有这些对照，排名说明不了多少。词对的偏移与打乱第二个词后的词对作对照检验。</translation>
    </message>
    <message>
        <source>Compare the ranks with the input words “excluded” and “allowed”: often the word c itself lies nearest to b − a + c.</source>
        <translation>比较输入词“排除”与“允许”时的排名：离 b − a + c 最近的往往就是 c 这个词本身。</translation>
    </message>
    <message>
        <source>Choose “set of analogies” under “Show”: a sign test tells whether subtracting a helps beyond what b + c finds.</source>
        <translation>在“显示”中选“一组类比”：符号检验说明减去 a 是否比只用 b + c 更好。</translation>
    </message>
    <message>
        <source>Choose “offsets of pairs”: the pairs share a direction only as far as their mean cosine lies above that of the shuffled ones.</source>
        <translation>选“词对的偏移”：只有当平均余弦高于打乱后的词对时，高出的部分才是这些词对共有的方向。</translation>
    </message>
    <message>
        <source>Mikolov, Yih and Zweig 2013 (the offset method); Linzen 2016 (arXiv 1606.07736: the simpler rules beside it).</source>
        <translation>Mikolov、Yih 与 Zweig 2013（偏移法）；Linzen 2016（arXiv 1606.07736，对照用的简单规则）。</translation>
    </message>
    <message>
        <source>The pictures show the attention weights of the model&apos;s own forward pass, after softmax: each row sums to 1. A picture has at most 64 cells a side; in longer texts a cell shows the largest weight among its tokens, so that a single strong one stays visible. The bar below is the “Score” that is chosen, a mean over the positions of this text where it can occur. By default the colour is the square root of the weight.</source>
        <translation>这些小图是模型自身前向传播中 softmax 之后的注意力权重：每行总和为 1。每张图一边最多 64 格；文本更长时，一格显示其中各词元的最大权重，因此单独一处强的注意力仍看得见。下方的条是所选的“得分”，即在此文本中可能出现的位置上的均值。默认以权重的平方根着色。</translation>
    </message>
    <message>
        <source>Switch “First token” off: many heads put much of their attention on the first token, and what they do besides is seen only then.</source>
        <translation>关闭“首个词元”：许多头把大量注意力放在首个词元上，关掉后才看得到它们还做些什么。</translation>
    </message>
    <message>
        <source>Choose “previous token” as the “Score” and switch “Sort” on: the top pictures come nearest to a bright line one cell beside the diagonal.</source>
        <translation>“得分”选“前一词元”并打开“排序”：排在最前的图最接近紧邻对角线的一条亮线。</translation>
    </message>
    <message>
        <source>Run a text in which a phrase occurs twice, sort by “induction”, and click the first picture to see it large in “Attention: one head”.</source>
        <translation>运行一段某个短语出现两次的文本，按“归纳”排序，点击第一张图，在“注意力：单个头”中放大查看。</translation>
    </message>
    <message>
        <source>Vaswani and others 2017 (attention); Vig 2019 (pictures of all heads); Xiao and others 2024 (attention sinks).</source>
        <translation>Vaswani 等 2017（注意力）；Vig 2019（所有头的图示）；Xiao 等 2024（注意力汇聚点）。</translation>
    </message>
    <message>
        <source>A row holds the weights with which one token attends to itself and the tokens before it, after softmax, so it sums to 1; the hatched half is later tokens, which cannot be attended to. The sums beside the matrix tell how much attention each token gives and gets. A mean is the mean of the heads&apos; weights, a difference one head&apos;s weights minus another&apos;s. A long text is drawn as the largest weight of each group of tokens, and sharpens as you zoom in.</source>
        <translation>一行是某个词元在 softmax 之后对自身和前面各词元的权重，总和为 1；画斜线的一半是后面的词元，不可能被关注。矩阵旁的总和说明每个词元给出和得到多少注意力。均值是各头权重的平均，差是一个头的权重减去另一个头的权重。长文本按组显示其中词元的最大权重，放大后变清晰。</translation>
    </message>
    <message>
        <source>Point at a cell for its exact weight; click it to select the token of its row. Switch “First token” off: what is then missing from a row sum went to the first token.</source>
        <translation>指向一格可看准确的权重；点击则选中该行的词元。关闭“首个词元”：行总和中缺少的部分就是给首个词元的。</translation>
    </message>
    <message>
        <source>Choose “mean of the layer” under “Show”, then “one head” again: what stands out in the head and not in the mean is its own.</source>
        <translation>在“显示”中选“本层均值”，再选回“单个头”：在这个头中突出而在均值中没有的，是它自己的特点。</translation>
    </message>
    <message>
        <source>Choose “difference” and name another head in “minus layer” and “minus head”: colour stands only where the two attend differently.</source>
        <translation>选“差”，并在“减去的层”和“减去的头”中指定另一个头：只有两者关注不同的地方才有颜色。</translation>
    </message>
    <message>
        <source>Vaswani and others 2017 (attention); Xiao and others 2024 (attention sinks).</source>
        <translation>Vaswani 等 2017（注意力）；Xiao 等 2024（注意力汇聚点）。</translation>
    </message>
    <message>
        <source>One row (“attends to”) or one column (“attended by”) of the selected head&apos;s attention pattern is laid over the text. A row sums to 1; a column may have any sum, since each later token has its own row. “Mean of the layer” averages all heads of the layer; several “Heads” are stripes as long as their weights. A weight says where a head reads, not what it takes from there or whether it matters for the prediction.</source>
        <translation>把选中的头的注意力模式中的一行（“关注”）或一列（“被关注”）铺在文本上。一行总和为 1；一列的总和不定，因为后面每个词元各有自己的一行。“本层均值”对该层所有头取平均；多个“注意力头”画成条纹，长度即权重。权重说明一个头从哪里读取，不说明它取走什么，也不说明这对预测是否重要。</translation>
    </message>
    <message>
        <source>Point at one token after the other, then set “Direction” to “attended by” and point at the first token: in most models many later tokens attend to it, whatever it is.</source>
        <translation>依次指向各个词元，再把“方向”改为“被关注”并指向首个词元：在多数模型中，不论它是什么，后面许多词元都关注它。</translation>
    </message>
    <message>
        <source>Type two heads into “Heads”, such as 5.1 7.3, and compare their stripes under the same token.</source>
        <translation>在“注意力头”中输入两个头，例如 5.1 7.3，比较同一词元下的条纹。</translation>
    </message>
    <message>
        <source>Vig 2019 (attention on a text); Jain and Wallace 2019 (what attention does not explain).</source>
        <translation>Vig 2019（文本上的注意力）；Jain 与 Wallace 2019（注意力不能解释什么）。</translation>
    </message>
    <message>
        <source>On “repeated random tokens” the original model reads 8 sequences of 50 random tokens said twice, after its start token where it has one. A head&apos;s score is its mean attention to one place: the token before, the same token in the first half, the token that followed it there, the first token, or the position itself. With random tokens only place and repetition can guide a head. Heads that score 0.4 or more are outlined; that threshold is a convention.</source>
        <translation>选“重复的随机词元”时，原始模型读取 8 个序列，每个序列是 50 个随机词元说两遍，有起始词元的模型再在前面加上它。头的得分是它对某一处的平均注意力：前一词元、前半段中的相同词元、当时跟在该词元后面的词元、首个词元，或自身位置。词元既是随机的，头就只能依据位置和重复。得分不低于 0.4 的头加框；这个阈值是惯例。</translation>
    </message>
    <message>
        <source>With “induction” as the “Score”, press “Show the strongest induction head” and look at it in “Attention: one head”.</source>
        <translation>“得分”选“归纳”，点击“显示最强的归纳头”，并在“注意力：单个头”中查看它。</translation>
    </message>
    <message>
        <source>Set “Measured on” to “the text on screen”: the scores are now means over that text, and the order of the heads depends on it.</source>
        <translation>把“测量文本”设为“屏幕上的文本”：得分变为该文本上的均值，头的次序也随文本而变。</translation>
    </message>
    <message>
        <source>Change the “Seed”: scores that hardly move are habits of the model, not of these tokens.</source>
        <translation>改变“随机种子”：几乎不变的得分是模型的习惯，而不是这些词元造成的。</translation>
    </message>
    <message>
        <source>Elhage and others 2021 and Olsson and others 2022 (previous-token and induction heads); Xiao and others 2024 (attention to the first token).</source>
        <translation>Elhage 等 2021、Olsson 等 2022（前一词元头和归纳头）；Xiao 等 2024（对首个词元的注意力）。</translation>
    </message>
    <message>
        <source>All columns are means over the positions of the text on screen where they can occur. They sum a head&apos;s attention to the token before, to earlier tokens equal to this one (duplicate token), to tokens that followed one of those (induction), to the first token, and to the position itself. Entropy is −Σ a log₂ a of the weights a, in bits; distance is the mean number of tokens back. What holds on one text need not hold on another: “Head types” scores the model&apos;s habits.</source>
        <translation>各列都是屏幕上文本中可能出现的位置上的均值：头对前一词元、对前面与之相同的词元（重复词元）、对跟在这些词元后面的词元（归纳）、对首个词元以及对自身位置的注意力之和。熵是权重 a 的 −Σ a log₂ a，以比特计；距离是平均往回多少个词元。一段文本上成立的，在另一段上未必成立：“注意力头类型”为模型的习惯打分。</translation>
    </message>
    <message>
        <source>Click the heading of the entropy column: a head with little entropy attends to hardly more than one token, one with much to many.</source>
        <translation>点击熵一列的表头：熵小的头几乎只关注一个词元，熵大的头关注许多词元。</translation>
    </message>
    <message>
        <source>Sort by distance and compare with the column for the first token: heads with a large distance often rest on that token.</source>
        <translation>按距离排序，并与首个词元一列比较：距离大的头往往落在首个词元上。</translation>
    </message>
    <message>
        <source>Click a row: the head is then the selected one in every view.</source>
        <translation>点击一行：所有视图都改为显示这个头。</translation>
    </message>
    <message>
        <source>Vig and Belinkov 2019 (entropy and distance of attention); Olsson and others 2022 (induction heads).</source>
        <translation>Vig 与 Belinkov 2019（注意力的熵和距离）；Olsson 等 2022（归纳头）。</translation>
    </message>
    <message>
        <source>Where the selected token occurred last before, the token after it is the copy. The six heads that attend most from here to that token are switched off at every position, one by one and then all together, and the probability of the copy is computed again: the upper bar with their output at zero, the lower one at its mean over a bundled sample text. Other heads can make up for a missing one, so a small effect does not prove that a head does nothing.</source>
        <translation>选中的词元上一次出现之处，后面的那个词元就是要复制的词元。从此处对它注意力最大的六个头，先逐一、再一起在每个位置关闭，重新计算复制的概率：上面的条是输出置零，下面的条是换成它在内置样本文本上的均值。其他头可以弥补缺少的头，因此效应小并不证明这个头不起作用。</translation>
    </message>
    <message>
        <source>Run ‘cat dog sun cat dog’ and select the last token: how likely is the copy, and which head&apos;s absence lowers it most?</source>
        <translation>运行“cat dog sun cat dog”并选中最后一个词元：复制的可能性有多大？缺少哪个头时降低最多？</translation>
    </message>
    <message>
        <source>Click a head and look at its row for this token in “Attention: one head”.</source>
        <translation>点击一个头，在“注意力：单个头”中查看它在这个词元上的一行。</translation>
    </message>
    <message>
        <source>Compare the upper and the lower bars: where only zero does harm, the head&apos;s average is enough for the copy.</source>
        <translation>比较上下两条：若只有置零有害，那么对复制来说，这个头的平均输出就够了。</translation>
    </message>
    <message>
        <source>Elhage and others 2021 and Olsson and others 2022 (induction heads); Wang and others 2022 (mean ablation).</source>
        <translation>Elhage 等 2021、Olsson 等 2022（归纳头）；Wang 等 2022（均值消融）。</translation>
    </message>
    <message>
        <source>The bracket model is a small transformer: the one shown at first has two layers of width 128 with 8 heads, and was trained on strings of up to 40 brackets. After every prefix its probabilities of (, ) and End are set beside what the language allows, which is known exactly: after a prefix with open brackets End is invalid, at depth 0 a closing one is. Wrong is a prefix whose top prediction is invalid. With nothing typed, the shortest failure is shown that a search found in 600 random strings and in strings that open and close the same number again and again.</source>
        <translation>括号模型是一个小的 Transformer：起初显示的有两层，宽 128，8 个头，训练字符串不超过 40 个括号。在每个前缀之后，把它对 (、) 和 End 的概率与语言所允许的并列，后者是确切知道的：还有未闭合的括号时 End 非法，深度为 0 时右括号非法。首选预测非法的前缀算作错误。没有输入时，显示搜索到的最短出错字符串，搜索范围是 600 个随机字符串和反复打开、闭合同样多括号的字符串。</translation>
    </message>
    <message>
        <source>Type (()) and read the last two places: as soon as everything is closed, ) is invalid and End is valid.</source>
        <translation>输入 (()) 并看最后两处：一旦全部闭合，) 就非法，End 则合法。</translation>
    </message>
    <message>
        <source>Clear the line: what does the model expect where it fails, and how many brackets would a correct end need, beside the length that it was trained on?</source>
        <translation>清空输入行：模型在出错之处预期什么？正确地结束总共需要多少个括号，与它的训练长度相比如何？</translation>
    </message>
    <message>
        <source>Move the slider of checkpoints: does the model fail on shorter strings earlier in its training?</source>
        <translation>移动检查点滑块：在训练的早期，模型是否在更短的字符串上出错？</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (the parentheses language); the language is that of Dyck.</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”（括号语言）；这种语言即 Dyck 语言。</translation>
    </message>
    <message>
        <source>A model of the chosen size is trained on random balanced strings whose numbers of pairs are equally likely, with AdamW and a learning rate that rises, then falls along a cosine. Loss, probability on valid symbols and top predictions are measured on strings that are held out of the training, by depth and by length. Strings of fewer than 5 pairs are too few to be held out. The training is saved every few seconds, and the same settings resume it exactly.</source>
        <translation>用随机的平衡字符串训练所选大小的模型，各种对数等概率出现，采用 AdamW，学习率先上升，再沿余弦下降。损失、合法符号的概率总和与首选预测在未用于训练的留出字符串上测量，按深度和长度给出。少于 5 对括号的字符串太少，无法留出。训练每隔几秒保存一次，用同样的设置可以准确地接着训练。</translation>
    </message>
    <message>
        <source>Before training move the slider of checkpoints through the stored training of the bundled model: which depths are learned last?</source>
        <translation>训练之前，移动检查点滑块，看内置模型所存的训练过程：哪些深度最后学会？</translation>
    </message>
    <message>
        <source>Set “Layers” to 1 and press “Start”: does one layer learn the language, and how much later?</source>
        <translation>把“层数”设为 1，点击“开始”：一层能学会这种语言吗？要晚多少？</translation>
    </message>
    <message>
        <source>Set “Language” to “( ) and [ ]”: now the model must know which bracket to close, not only how many.</source>
        <translation>把“语言”设为“( ) 和 [ ]”：现在模型必须知道该闭合哪一种括号，而不只是多少个。</translation>
    </message>
    <message>
        <source>Wolfram 2023 (the experiment); Loshchilov and Hutter 2019 (AdamW).</source>
        <translation>Wolfram 2023（此实验）；Loshchilov 与 Hutter 2019（AdamW）。</translation>
    </message>
    <message>
        <source>A linear probe, ridge regression of the depth on the standardised hidden states, is fitted for each layer on 120 random strings and tested on 120 others; beyond the trained length it is only tested. R² is 1 where it reads the depth exactly and 0 where it does no better than the mean. “Switch off one component after the other” measures how much probability moves to invalid symbols without each head and neuron. A probe shows that depth is there, not that the model uses it.</source>
        <translation>线性探针即由标准化的隐藏状态对深度作岭回归，每层用 120 个随机字符串拟合，用另外 120 个测试；超出训练长度的部分只用于测试。能准确读出深度时 R² 为 1，不比取均值更好时为 0。“逐个关闭组件”测量缺少每个头和神经元时，有多少概率移到非法符号上。探针说明深度信息存在，不说明模型在使用它。</translation>
    </message>
    <message>
        <source>Compare R² within the trained lengths and beyond: does the count end there, or does it become inexact?</source>
        <translation>比较训练长度以内与超出之后的 R²：计数在那里中断，还是变得不准确？</translation>
    </message>
    <message>
        <source>Set “Layer” to “input”, then go up: after which layer can the depth be read?</source>
        <translation>把“层”设为“输入”，再逐层向上：从哪一层之后可以读出深度？</translation>
    </message>
    <message>
        <source>Switch “Beyond training” off and on and rotate the states: do longer strings continue the shape of the trained ones?</source>
        <translation>关闭再打开“超出训练长度”，并旋转各状态：更长的字符串是否延续训练长度以内的形状？</translation>
    </message>
    <message>
        <source>Alain and Bengio 2016 (linear probes); Hoerl and Kennard 1970 (ridge regression); Wolfram 2023 (the question).</source>
        <translation>Alain 与 Bengio 2016（线性探针）；Hoerl 与 Kennard 1970（岭回归）；Wolfram 2023（问题的提出）。</translation>
    </message>
    <message>
        <source>The loaded language model is asked after every prefix of 16 random strings of 16 brackets, with one forward pass for each. Its tokens may join several brackets: all ways to split the string are added up, so that each next character gets one probability. The second count asks which of ) and the end is more likely; exactly one of them is valid, so guessing is correct half of the time. Bars are 95 % Wilson intervals.</source>
        <translation>在 16 个各有 16 个括号的随机字符串的每个前缀之后询问已加载的语言模型，每次一遍前向传播。它的词元可能把几个括号合在一起：把切分字符串的所有方式加在一起，使下一个字符各有一个概率。第二项统计问的是 ) 与结束哪个更可能；两者恰有一个合法，因此猜测有一半正确。误差线是 95% Wilson 区间。</translation>
    </message>
    <message>
        <source>Press “Ask the model” and compare by depth: a counter is always correct, guessing is at 50 %.</source>
        <translation>点击“询问模型”，按深度比较：计数器总是正确，猜测为 50%。</translation>
    </message>
    <message>
        <source>Change “Prompt style” and ask again: how much of the result is the model, and how much the text before the string?</source>
        <translation>改变“提示方式”再问一次：结果有多少来自模型，多少来自字符串前面的文本？</translation>
    </message>
    <message>
        <source>Set “Strings” to “the string being tried” and type your own in “Brackets: try a string”.</source>
        <translation>把“字符串”设为“正在测试的字符串”，并在“括号：测试字符串”中输入自己的字符串。</translation>
    </message>
    <message>
        <source>The comparison is Orrery&apos;s own; Wilson 1927 (intervals of proportions).</source>
        <translation>这项比较为 Orrery 所创；Wilson 1927（比例的区间）。</translation>
    </message>
    <message>
        <source>1,000 random strings are drawn so that each last depth is equally likely, and every prefix of them counts in the cell of its length and depth; “all up to 14” takes every valid prefix instead. The pictures show mean probabilities of invalid symbols and the fraction of prefixes whose top prediction is invalid. Right of the dashed line no training string can lie, since what is open must be closed as well. A cell with few prefixes is uncertain: point at it for their number.</source>
        <translation>抽取 1,000 个随机字符串，使最后的各种深度等概率出现，它们的每个前缀都计入相应长度和深度的格子；“14 个以内的全部”则取每个合法前缀。三张图显示非法符号的平均概率和首选预测非法的前缀的比例。虚线右侧不可能有训练字符串，因为未闭合的括号还要闭合。前缀少的格子不可靠：指向它可看个数。</translation>
    </message>
    <message>
        <source>Compare both sides of the dashed line: do errors begin there, and at which depths first?</source>
        <translation>比较虚线两侧：错误从那里开始吗？先出现在哪些深度？</translation>
    </message>
    <message>
        <source>Click a cell: “Brackets: worst strings” lists its worst strings.</source>
        <translation>点击一格：“括号：最差字符串”列出其中最差的字符串。</translation>
    </message>
    <message>
        <source>Choose “all up to 14” under “Prefixes”: of the short strings nothing is left out.</source>
        <translation>“前缀”选“14 个以内的全部”：短字符串一个也不漏。</translation>
    </message>
    <message>
        <source>Wolfram 2023 (the failures by length); the map is Orrery&apos;s own.</source>
        <translation>Wolfram 2023（随长度出现的出错）；此分布图为 Orrery 所创。</translation>
    </message>
    <message>
        <source>In the selected cell of the error map up to 400 random prefixes are tried (all of them up to 14 brackets of one kind); the ten with the most probability on invalid symbols are listed, the worst first. The worst of a sample need not be the worst there is.</source>
        <translation>在错误分布图中选中的格子里，至多试 400 个随机前缀（只有一种括号且不超过 14 个时试全部）；列出非法符号概率最大的十个，最差的在前。样本中最差的未必是存在的最差的。</translation>
    </message>
    <message>
        <source>Click a cell of “Brackets: error map” just beyond the trained lengths, and read what the worst strings have in common.</source>
        <translation>在“括号：错误分布图”中点击刚超出训练长度的一格，看最差的字符串有什么共同点。</translation>
    </message>
    <message>
        <source>Click a string: “Brackets: try a string” shows the prediction after each of its brackets. Was it already in doubt before?</source>
        <translation>点击一个字符串：“括号：测试字符串”显示它每个括号之后的预测。此前它已经拿不定主意了吗？</translation>
    </message>
    <message>
        <source>Orrery&apos;s own.</source>
        <translation>Orrery 所创。</translation>
    </message>
    <message>
        <source>For 1 to 40 opening brackets in a row the model completes the string by its most likely symbol until it ends, or until an invalid bracket; on the dashed line it closes as many as were opened. Below stand its probabilities after as many closed as opened, where it may end, and one bracket earlier, where it may not. Where the strings are longer than any it was trained on, that is marked.</source>
        <translation>对 1 到 40 个连续的左括号，模型总取最可能的符号来补全，直到结束或出现非法的括号；虚线上闭合的个数与打开的相同。下方是闭合与打开一样多之后（可以结束）和再早一个括号（不可结束）的概率。比任何训练字符串都长的部分有标记。</translation>
    </message>
    <message>
        <source>Find the first row that is wrong and click it: does the model end too early or close too often?</source>
        <translation>找出第一个出错的行并点击：模型是结束得太早，还是闭合得太多？</translation>
    </message>
    <message>
        <source>Move the slider of checkpoints in “Brackets: try a string”: how does the first wrong number move during training?</source>
        <translation>在“括号：测试字符串”中移动检查点滑块：开始出错的个数在训练中如何变化？</translation>
    </message>
    <message>
        <source>Compare the first wrong row with the trained length: n opening brackets make a string of 2n.</source>
        <translation>把第一个出错的行与训练长度比较：n 个左括号构成长 2n 的字符串。</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”.</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”。</translation>
    </message>
    <message>
        <source>Every statement of the essay on the parentheses language stands beside numbers of the bundled models that are measured while you read: held-out strings, all valid prefixes of up to 14 brackets, rows of opening brackets, and the linear probe. The models are not the essay&apos;s own; where their training differs, it is said.</source>
        <translation>文章关于括号语言的每条论断，都与内置模型的数字并列，数字在阅读时测得：留出字符串、不超过 14 个括号的全部合法前缀、连续的左括号，以及线性探针。这些模型不是文章中的模型；训练不同之处均已注明。</translation>
    </message>
    <message>
        <source>Read a statement, guess whether it holds for these models, and only then read what is measured.</source>
        <translation>读一条论断，先猜它对这些模型是否成立，再看测得的结果。</translation>
    </message>
    <message>
        <source>Check one by hand: find the first failing row of opening brackets in “Brackets: opening only”.</source>
        <translation>亲手核对一条：在“括号：连续左括号”中找出第一个出错的行。</translation>
    </message>
    <message>
        <source>Every branch is a line through the tree of tokens that this run holds; the prompt is common to all. A token at a fork carries the model&apos;s probability at temperature 1 and, where the sampling changes it, its chance of being drawn after penalty, temperature and filters; ≈ marks estimates from the stored candidates until the model has computed them. “Surprisal” sums −log₂ p over the tokens after the prompt, so it is −log₂ of the branch&apos;s probability.</source>
        <translation>每个分支是穿过此运行记录的词元树的一条线，提示词为所有分支共有。分叉处的词元标有模型在温度 1 下的概率；若抽样设置会改变它，还标有经过惩罚、温度和过滤之后被抽中的可能性，≈ 表示模型算出之前由所存候选得到的估计。“惊奇度”对提示词之后的词元累加 −log₂ p，也就是该分支概率的 −log₂。</translation>
    </message>
    <message>
        <source>Select an earlier position and click another token in “Next token”: a branch is added. Compare “Surprisal” with “Bits/token”: a longer branch has more bits without being more surprising per token.</source>
        <translation>选中较早的位置，在“下一个词元”中点击另一个词元：就多出一个分支。比较“惊奇度”和“比特/词元”：较长的分支比特数更多，但每个词元未必更令人惊奇。</translation>
    </message>
    <message>
        <source>Tick “B” at another branch: “Tokens”, “Logit lens” and the map show both; “Swap” exchanges them.</source>
        <translation>勾选另一个分支的“B”：“词元”、“logit 透镜”和地图会同时显示两者；“交换”把它们对调。</translation>
    </message>
    <message>
        <source>Change the temperature: the chances of being drawn at the forks follow, the probabilities stay.</source>
        <translation>改变温度：分叉处被抽中的可能性随之变化，概率不变。</translation>
    </message>
    <message>
        <source>The view is Orrery&apos;s own; Shannon 1948 (the information of a symbol).</source>
        <translation>此视图为 Orrery 所创；Shannon 1948（一个符号的信息量）。</translation>
    </message>
    <message>
        <source>“Draw A” continues the text up to the selected token, 20 times by 24 tokens at first (“Samples”, “Tokens”), each time with another seed and with the sampling that is set. After each token the distance 1 − cosine of the last hidden states after the final norm is averaged over all pairs of samples; the band is a 95 % bootstrap interval over samples. Groups come from average linkage over each sample&apos;s mean state, 2 to 6 of them by the best silhouette; a silhouette near 0 means that the groups hardly stand apart.</source>
        <translation>“抽取 A”从选中的词元起续写文本，起初为 20 次、每次 24 个词元（“样本数”、“词元数”），每次用不同的随机种子和当前的抽样设置。每个词元之后，对末层归一化后最后隐藏状态的距离 1 − 余弦，在所有样本对上取平均；色带是对样本的 95% 自助法区间。分组是按各样本的平均状态作平均链接聚类，在 2 到 6 组中取轮廓系数最高者；轮廓系数接近 0 说明各组几乎没有分开。</translation>
    </message>
    <message>
        <source>Press “Draw A” and read after how many tokens half of the largest distance is reached: a text that leaves little choice parts late.</source>
        <translation>点击“抽取 A”，看经过多少个词元达到最大距离的一半：选择余地小的文本分开得晚。</translation>
    </message>
    <message>
        <source>Type a lower temperature into “Temperature of B”, press “Draw B” and compare both lines and their bands.</source>
        <translation>在“B 的温度”中输入较低的温度，点击“抽取 B”，比较两条曲线及其色带。</translation>
    </message>
    <message>
        <source>Press “Show on the map”: the samples appear as paths of running means. Do the groups that are told here lie apart there?</source>
        <translation>点击“在地图上显示”：样本显示为滑动平均的路径。这里给出的各组在那里也分开吗？</translation>
    </message>
    <message>
        <source>The bundles are Orrery&apos;s own; Efron 1979 (the bootstrap); Rousseeuw 1987 (the silhouette).</source>
        <translation>样本束为 Orrery 所创；Efron 1979（自助法）；Rousseeuw 1987（轮廓系数）。</translation>
    </message>
    <message>
        <source>The original model reads the words once, and every panel comes from that forward pass: the rows of the token embedding, what tells positions apart (position vectors, rotary angles or distance biases), the input of layer 0, the residual stream after the layer of the slider, and the next token. Colours end where 99 % of the values without the first token do, since a few components are hundreds of times as large as the rest. “Components” sorts the rows of each panel by the difference of the two words&apos; means.</source>
        <translation>原始模型把这些词读一遍，每一栏都来自这一次前向传播：词元嵌入的各行、区分位置的内容（位置向量、旋转角度或距离偏置）、第 0 层的输入、滑块所指层之后的残差流，以及下一词元。颜色的范围取到首个词元以外 99% 的值，因为少数分量比其余大数百倍。“分量”在每一栏中按两个词的均值之差给各行排序。</translation>
    </message>
    <message>
        <source>Compare the token embeddings with the residual stream after a later layer: equal tokens have equal embeddings, and only position and context make their later columns differ.</source>
        <translation>比较词元嵌入与较后一层之后的残差流：相同的词元嵌入相同，是位置和上下文使它们后来的各列不同。</translation>
    </message>
    <message>
        <source>Set both “×” to 2, then to 20: after how many repetitions does the model expect the word again?</source>
        <translation>把两个“×”先设为 2，再设为 20：重复多少次之后，模型预期这个词再次出现？</translation>
    </message>
    <message>
        <source>Press “Use as prompt”: every other view shows these words.</source>
        <translation>点击“用作提示词”：其他所有视图都显示这些词。</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Su and others 2021 (rotary positions); Press, Smith and Lewis 2022 (distance biases).</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”；Su 等 2021（旋转位置编码）；Press、Smith 与 Lewis 2022（距离偏置）。</translation>
    </message>
    <message>
        <source>Each picture is the attention pattern of one head over the words, from the same forward pass as the overview: queries down, keys across, the two words&apos; colours along both edges. First come all heads of the selected layer, then the head of the selected number in every layer. Colours are square roots of the weights, so that weak attention can be seen; with “First token” off the scale is that of the rest.</source>
        <translation>每张图是一个头在这些词上的注意力模式，与概览来自同一次前向传播：向下为查询，向右为键，两边是两个词的颜色。先是选中的层的所有头，然后是每一层中选中编号的头。颜色是权重的平方根，以便看见弱的注意力；关闭“首个词元”后，颜色的范围取其余部分的。</translation>
    </message>
    <message>
        <source>Switch “First token” off, then look for a head with two bright triangles, one for each word: it attends to earlier occurrences of the same word.</source>
        <translation>关闭“首个词元”，再找出有两个明亮三角形、每个词各一个的头：它关注同一个词先前的出现。</translation>
    </message>
    <message>
        <source>Click a picture: its layer and head are the selected ones in every view. Then compare the pictures of one head number in all layers: heads that share a number have nothing else in common.</source>
        <translation>点击一张图：所有视图都改为显示它的层和头。再比较同一编号的头在各层中的图：编号相同的头除此之外没有共同之处。</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Vaswani and others 2017 (attention).</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”；Vaswani 等 2017（注意力）。</translation>
    </message>
    <message>
        <source>Four pictures of the same forward pass: the cosine similarity of every two positions after the selected layer; its mean for two occurrences of a word and for one of each, from the input to the last layer; the path on the map that is shown; and the states themselves on their first two principal components, each dimension standardised, without the first token. The cosines are of the states as they are, where one huge component can make all of them look alike.</source>
        <translation>同一次前向传播的四张图：选中的层之后，每两个位置的余弦相似度；从输入到最后一层，同一个词的两次出现之间和两个词各一次之间的平均余弦相似度；所示地图上的路径；以及各状态在前两个主成分上的位置，每一维都经标准化，不含首个词元。余弦按状态原样计算，一个巨大的分量就可能使所有状态看起来都相似。</translation>
    </message>
    <message>
        <source>Click the curves at the layer where two occurrences of a word and one of each are farthest apart: the table of all positions shows a block for each word there.</source>
        <translation>在曲线上点击同一个词的两次出现与两个词各一次相差最大的层：所有位置的表格在那里为每个词显示一个方块。</translation>
    </message>
    <message>
        <source>Press the arrow keys up and down to go through the layers: where does the path of the states jump from one word to the other?</source>
        <translation>按上下方向键逐层移动：状态的路径在哪里从一个词跳到另一个词？</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Pearson 1901 (principal components).</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”；Pearson 1901（主成分）。</translation>
    </message>
    <message>
        <source>The induction heads are found first, as in “Head types”: up to 8 that score 0.4 or more, else the 3 nearest to it. Then the original model continues the words. The solid line is the entropy of the next token in bits; the dashed one is the attention of those heads to tokens that followed an earlier occurrence of the current token, averaged over the heads. At temperature 0 the most likely token is always chosen.</source>
        <translation>先像“注意力头类型”那样找出归纳头：至多 8 个得分不低于 0.4 的头，没有时取最接近的 3 个。然后由原始模型续写这些词。实线是以比特计的下一词元的熵；虚线是这些头对曾跟在当前词元先前出现之后的词元的注意力，对各头取平均。温度为 0 时总选最可能的词元。</translation>
    </message>
    <message>
        <source>Set “Tokens” to 100: does the model keep saying the second word, and does its entropy fall further with each repetition?</source>
        <translation>把“词元数”设为 100：模型一直说第二个词吗？熵是否随每次重复继续下降？</translation>
    </message>
    <message>
        <source>Set “Temperature” to 1 and try several values of “Seed”: once another word has come, does the repetition begin anew?</source>
        <translation>把“温度”设为 1，试几个“随机种子”：一旦出现别的词，重复还会重新开始吗？</translation>
    </message>
    <message>
        <source>Say the second word only twice, with “×” in “Hello/Bye”: is that enough for a repetition?</source>
        <translation>用“重复词”中的“×”让第二个词只说两次：这足以引起重复吗？</translation>
    </message>
    <message>
        <source>Wolfram 2023 for the words; Holtzman and others 2020 (why the most likely text repeats itself); Olsson and others 2022 (induction heads).</source>
        <translation>Wolfram 2023（这些词）；Holtzman 等 2020（最可能的文本为何自我重复）；Olsson 等 2022（归纳头）。</translation>
    </message>
    <message>
        <source>Six bundled sets hold 40 texts each. On one half of the texts all neurons are ranked by AUC: how well their mean activation on a text tells this language from all other sets; of the best 16 the one comes first whose switching off raises the loss on the language most. On the other half the loss is measured with the neuron at zero and at its mean, with 95 % bootstrap intervals over texts. The curve follows the loss as the neuron&apos;s scale goes from −2 to 10.</source>
        <translation>六个内置文本集各有 40 段文本。在其中一半上，所有神经元按 AUC 排名：它在一段文本上的平均激活值能把该语言与其他各集区分得多好；在最好的 16 个中，关闭后使该语言的损失上升最多的排在第一。在另一半上测量该神经元置零和换成均值时的损失，附对文本的 95% 自助法区间。曲线是该神经元的缩放倍数从 −2 到 10 时的损失。</translation>
    </message>
    <message>
        <source>Press “Find the neuron and measure”. In the default model the loss on French rises by about a tenth, on every other set by less than one percent.</source>
        <translation>点击“查找神经元并测量”。在默认模型中，法语的损失上升约十分之一，其他各集上升不到 1%。</translation>
    </message>
    <message>
        <source>Set “Neuron” to 2 and 3: how much less do the next best ones matter?</source>
        <translation>把“神经元”设为 2 和 3：排在其后的神经元重要性小多少？</translation>
    </message>
    <message>
        <source>Press “Switch the neuron off”, then run a prompt in that language and one in another: which continuation changes?</source>
        <translation>点击“关闭该神经元”，再分别运行一段该语言和另一种语言的提示词：哪一段续写改变了？</translation>
    </message>
    <message>
        <source>Gurnee and others 2023 (arXiv 2305.01610); Mann and Whitney 1947 (AUC from ranks); Efron 1979 (the bootstrap).</source>
        <translation>Gurnee 等 2023（arXiv 2305.01610）；Mann 与 Whitney 1947（由秩求 AUC）；Efron 1979（自助法）。</translation>
    </message>
    <message>
        <source>Neurons are ranked on one half of the texts: by how well they tell the language from the texts it is set against, the first 16 of them by what switching each off alone costs. Then the top 1, 2, 5, 10, 20 and 50 are switched off together, and the loss is measured on up to 40 texts of the other half. The control is as many random neurons of the same layers, drawn three times.</source>
        <translation>用一半文本给神经元排名：依据是区分该语言与对照文本的能力，其中前 16 个再按单独关闭各自造成的损失排序。然后同时关闭前 1、2、5、10、20 和 50 个，在另一半的至多 40 段文本上测量损失。对照是同样多的、取自相同各层的随机神经元，抽取三次。</translation>
    </message>
    <message>
        <source>Press “Switch them off and measure” and compare the two lines of the best neurons: they part where the neurons matter to this language alone.</source>
        <translation>点击“关闭并测量”，比较最佳神经元的两条线：两线分开之处，这些神经元只对该语言重要。</translation>
    </message>
    <message>
        <source>Compare with the random ones: as far as those raise the loss too, it is the number of neurons that counts, not which they are.</source>
        <translation>与随机神经元比较：若它们也使损失同样上升，起作用的就是神经元的数量，而不是哪些神经元。</translation>
    </message>
    <message>
        <source>Type another set into “Language”, such as german or code, and measure again.</source>
        <translation>在“语言”中输入另一个文本集，例如 german 或 code，再测量一次。</translation>
    </message>
    <message>
        <source>The curve is Orrery&apos;s own, after Gurnee and others 2023; Wang and others 2022 (backups that step in for what is switched off).</source>
        <translation>此曲线为 Orrery 所创，沿用 Gurnee 等 2023 的思路；Wang 等 2022（在组件被关闭后顶替它的备份组件）。</translation>
    </message>
    <message>
        <source>The bars are the Euclidean norms of what attention and then the MLP add to the residual stream in each layer, at the selected position; the tick is the norm of both together, shorter where they work against each other. “Measure” shows them as fractions of the residual stream&apos;s norm after the layer, or as they are. The ticks come from the recorded states; the two parts are measured in one forward pass. A norm says how much is added, not whether it is of use.</source>
        <translation>条形是在选中的位置上，每层的注意力和随后的 MLP 加到残差流中的向量的欧氏范数；刻度线是两者之和的范数，互相抵消时较短。“指标”可显示为该层之后残差流范数的比例，或原值。刻度线来自所记录的状态；两个部分由一次前向传播测得。范数说明加了多少，不说明有没有用。</translation>
    </message>
    <message>
        <source>Choose “vector norm” and select the first token, then another one: in many models a single layer adds far more at the first token than any does elsewhere.</source>
        <translation>选“向量范数”，先选首个词元，再选另一个：在许多模型中，某一层在首个词元上加的量远大于任何一层在其他位置上加的量。</translation>
    </message>
    <message>
        <source>Look for a layer whose tick is much shorter than its two bars together: there the MLP takes back part of what attention added.</source>
        <translation>找出刻度线远短于两段条形之和的层：在那里 MLP 抵消了注意力所加的一部分。</translation>
    </message>
    <message>
        <source>Click a layer: the views of layers and heads follow. “Logit lens” tells whether the prediction changes there.</source>
        <translation>点击一层：与层和头有关的视图随之改变。“logit 透镜”说明预测在那里是否改变。</translation>
    </message>
    <message>
        <source>Elhage and others 2021 (the residual stream); Sun and others 2024 (massive activations).</source>
        <translation>Elhage 等 2021（残差流）；Sun 等 2024（巨量激活）。</translation>
    </message>
    <message>
        <source>The hidden state after each layer is put through the model&apos;s own final norm and unembedding, as if it were the last one, and the cell shows the most likely token. The last row is the model&apos;s output as the run recorded it. The layers below were never trained to be read like this: where the lens shows nonsense, the information may still be there in another form.</source>
        <translation>把每层之后的隐藏状态当作最后一层的状态，送入模型自己的末层归一化和解嵌入，格中显示最可能的词元。最后一行是运行记录中模型的输出。其下各层从未被训练成可以这样读取：透镜读出无意义的内容时，信息可能仍以另一种形式存在。</translation>
    </message>
    <message>
        <source>Read one column from the input to the output: from which layer on does the final prediction, in bold, stand there?</source>
        <translation>从输入到输出读一列：以粗体显示的最终预测，从哪一层起出现？</translation>
    </message>
    <message>
        <source>Set “Colour” to “rank of the final prediction”: it often climbs long before it comes first.</source>
        <translation>把“颜色”设为“最终预测的排名”：它往往早在排到第一之前就已上升。</translation>
    </message>
    <message>
        <source>Tick another branch in “Branches” and choose “difference between branches”: after which layer do the two texts part?</source>
        <translation>在“分支”中勾选另一个分支，并选“分支间的差异”：两段文本在哪一层之后分开？</translation>
    </message>
    <message>
        <source>nostalgebraist 2020 (the logit lens); Belrose and others 2023 (where it misleads); Lin 1991 (the Jensen–Shannon divergence).</source>
        <translation>nostalgebraist 2020（logit 透镜）；Belrose 等 2023（它在哪里误导）；Lin 1991（Jensen–Shannon 散度）。</translation>
    </message>
    <message>
        <source>From the selected token the most likely next tokens are followed several tokens deep; the probability of a continuation is the product of its tokens&apos; own, at temperature 1. At each depth the fewest continuations are kept that together reach the share set above, the most likely first. At the beginning that is 60 %, 3 tokens deep, with 10 next tokens tried for each continuation and at most 24 kept, so less than the share asked for may be shown: what is really reached is told.</source>
        <translation>从选中的词元出发，沿最可能的下一词元深入若干个词元；一条续写的概率是其中各词元在温度 1 下概率的乘积。每一深度保留合起来达到上方所设比例的最少续写，最可能的在先。起初为 60%、深 3 个词元、每条续写考察 10 个下一词元、最多保留 24 条，因此显示的可能少于所设比例：实际达到多少会注明。</translation>
    </message>
    <message>
        <source>Move the slider up: where the tree hardly grows, the model is sure of what comes; where it bursts into many lines, it is not.</source>
        <translation>向上移动滑块：树几乎不再生长之处，模型对接下来的内容有把握；分出许多条线之处则没有。</translation>
    </message>
    <message>
        <source>Click a continuation: the text continues with all of its tokens. What was there before stays in “Branches”.</source>
        <translation>点击一条续写：文本以它的全部词元继续。原来的内容留在“分支”中。</translation>
    </message>
    <message>
        <source>Choose “Pin” in the menu of the right button: the continuation stays in sight, however unlikely it is.</source>
        <translation>在右键菜单中选“固定”：这条续写不论多么不可能都保持可见。</translation>
    </message>
    <message>
        <source>Lowerre 1976 (beam search); keeping the fewest that reach a share is as in top-p sampling (Holtzman and others 2020).</source>
        <translation>Lowerre 1976（束搜索）；保留达到某一比例的最少者，与 top-p 抽样相同（Holtzman 等 2020）。</translation>
    </message>
    <message>
        <source>The positions of the text are points: hidden states with each dimension standardised, or their places on the map. Step length, turning angle, curvature and distance from the start all come from the distances between these points. The controls are the same points in 200 shuffled orders (the band holds 95 % of them) and 200 random walks with the same step lengths. Fans are the states after the 8 most likely next tokens, beside random tokens and the fans of other positions. Of a long text the last 600 positions at most are measured.</source>
        <translation>文本的各个位置是点：每一维都经标准化的隐藏状态，或它们在地图上的位置。步长、转角、曲率和到起点的距离都由这些点之间的距离得出。对照是同样的点的 200 种打乱次序（色带含其中的 95%）和 200 次步长相同的随机游走。候选扇是 8 个最可能的下一词元之后的状态，与随机词元和其他位置的候选扇对照。长文本至多测量最后 600 个位置。</translation>
    </message>
    <message>
        <source>With “turning angle” compare the text with its shuffled order: unrelated points turn by 120° on average, so a large angle alone does not make a law.</source>
        <translation>选“转角”，把文本与打乱的次序比较：互不相关的点平均转 120°，因此仅凭转角大还不成其为规律。</translation>
    </message>
    <message>
        <source>Set “States” to “token embeddings”, then to “after the last layer”: where does the text differ more from its shuffled order?</source>
        <translation>“状态”先选“词元嵌入”，再选“最后一层之后”：哪里的文本与打乱的次序相差更多？</translation>
    </message>
    <message>
        <source>Choose “fan: cosine of candidates”, press “Measure the fans” and compare with mixed candidates: only what is above them is this step&apos;s own direction.</source>
        <translation>选“候选扇：候选的余弦相似度”，点击“测量候选扇”，与混合的候选比较：只有高出的部分才是这一步自己的方向。</translation>
    </message>
    <message>
        <source>Wolfram 2023 (the question of laws of motion in meaning space); Menger 1930 (curvature from three points); Marwan and others 2007 (recurrence plots).</source>
        <translation>Wolfram 2023（语义空间中是否有运动规律的问题）；Menger 1930（由三点求曲率）；Marwan 等 2007（递归图）。</translation>
    </message>
    <message>
        <source>Each of the 20 bundled openings is continued by 30 tokens at temperature 0.8 (“Tokens”), and every measure of the path is taken beside its controls. Texts are the unit, so two steps of one text do not count twice: differences from each control are shown in standard deviations over texts, with bootstrap intervals over texts. A law counts only where the interval, corrected for the number of comparisons, leaves out 0 for every control.</source>
        <translation>把内置的 20 段开头各续写 30 个词元（“词元数”），温度为 0.8，路径的每项度量都与其对照一起测得。以文本为单位，因此一段文本的两步不会算作两次：与每种对照的差以文本间的标准差表示，附对文本的自助法区间。只有按比较次数校正后的区间对每种对照都不含 0 时，才算一条规律。</translation>
    </message>
    <message>
        <source>Press “Measure over the texts” and look first at the turning angle: a random walk with the same steps turns otherwise than shuffled points do, so both controls are needed.</source>
        <translation>点击“在文本上测量”，先看转角：步长相同的随机游走与打乱的点转法不同，因此两种对照都需要。</translation>
    </message>
    <message>
        <source>Compare the fan&apos;s length with that of another step&apos;s fan: where both are equal, the length says nothing of a direction.</source>
        <translation>比较候选扇的长度与另一步的候选扇的长度：两者相等时，长度说明不了方向。</translation>
    </message>
    <message>
        <source>Set “Tokens” to 0, or name a file in “Texts”: do the same laws hold in texts that no model generated?</source>
        <translation>把“词元数”设为 0，或在“文本”中指定一个文件：在不是由模型生成的文本中，同样的规律成立吗？</translation>
    </message>
    <message>
        <source>Wolfram 2023 (the question); Efron 1979 (the bootstrap); Marwan and others 2007 (determinism of recurrences). The controls are Orrery&apos;s own.</source>
        <translation>Wolfram 2023（问题的提出）；Efron 1979（自助法）；Marwan 等 2007（递归的确定性）。对照为 Orrery 所创。</translation>
    </message>
    <message>
        <source>After every layer 2,000 hidden states of the bundled texts are measured, as they are and with each dimension standardised, without first tokens and outliers. The participation ratio (Σλ)² / Σλ² of the covariance&apos;s eigenvalues counts directions of similar variance; TwoNN fits the ratios of the distances to the second and the first neighbour. TwoNN reads far too little of many dimensions, so both are put to Gaussian clouds of as many points and known dimension, at the right.</source>
        <translation>在每一层之后测量内置文本的 2,000 个隐藏状态，一次不作处理，一次把每一维标准化，不含首个词元和离群点。参与比是协方差特征值的 (Σλ)² / Σλ²，数的是方差相近的方向；TwoNN 拟合到第二近邻与第一近邻的距离之比。维数很多时 TwoNN 的读数远远偏低，因此右侧把两者用于点数相同、维数已知的高斯点云。</translation>
    </message>
    <message>
        <source>Press “Measure every layer” and read a value of TwoNN through the curve at the right: which true dimension would read like that?</source>
        <translation>点击“测量每一层”，把 TwoNN 的一个值通过右侧的曲线来读：真实维数是多少时会有这样的读数？</translation>
    </message>
    <message>
        <source>Compare the states as they are with the standardised ones: where the two are far apart, a few dimensions hold most of the variance.</source>
        <translation>比较不作处理的状态与标准化的状态：两者相差很大之处，少数几维占了大部分方差。</translation>
    </message>
    <message>
        <source>Set “States” to 4,000 and measure again: a value that grows with their number was still saturated.</source>
        <translation>把“状态数”设为 4,000 再测量：随点数增大的值还处于饱和之中。</translation>
    </message>
    <message>
        <source>Facco, d&apos;Errico, Rodriguez and Laio 2017 (TwoNN).</source>
        <translation>Facco、d&apos;Errico、Rodriguez 与 Laio 2017（TwoNN）。</translation>
    </message>
    <message>
        <source>“effect on a token” takes one forward and one backward pass: minus gradient × activation, summed over positions, estimates how much the token&apos;s log₂ probability (or a logit difference) would change if the component were zero everywhere. The top 30 (“Measured”) are then switched off for real, one by one. The estimate is of first order and can be far off where the model is not linear between on and off. Other rankings go by activation, by output weights, or by how well a neuron tells two text sets apart, with held-out folds and shuffled labels as a control.</source>
        <translation>“对词元的效应”用一次前向和一次反向传播：负的梯度 × 激活值，在各位置上求和，估计若该组件处处为零，词元的 log₂ 概率（或一个 logit 差）会改变多少。随后把前 30 个（“实测个数”）逐一真正关闭。估计只到一阶，模型在开与关之间不是线性时可能差得很远。其他排名依据激活值、输出权重，或神经元区分两个文本集的能力，并以留出各折和打乱的标签作对照。</translation>
    </message>
    <message>
        <source>Compare estimated and measured in the picture: a point on the line was estimated well, one far from it was not.</source>
        <translation>在图中比较估计值与实测值：落在线上的点估计得准，远离线的则不准。</translation>
    </message>
    <message>
        <source>Type a token into “Favours” and another one into “rather than”: the components are ranked by what they do to the difference of the two logits.</source>
        <translation>在“支持”中输入一个词元，在“而非”中输入另一个：组件按其对两个 logit 之差的作用排名。</translation>
    </message>
    <message>
        <source>Choose “what they promote” under “Rank by”, type a token into “Promotes”, click a neuron and look at it in “Neuron details”.</source>
        <translation>“排名依据”选“所促进的词元”，在“促进”中输入一个词元，点击一个神经元，并在“神经元详情”中查看它。</translation>
    </message>
    <message>
        <source>Nanda 2023 (attribution patching); Geva and others 2021 (arXiv 2012.14913: what a neuron promotes); Gurnee and others 2023 (neurons that tell texts apart).</source>
        <translation>Nanda 2023（归因修补）；Geva 等 2021（arXiv 2012.14913，神经元促进什么）；Gurnee 等 2023（区分文本的神经元）。</translation>
    </message>
    <message>
        <source>The output weights, times the gain of the final norm and the unembedding, give the change of each logit per unit of activation; the norm&apos;s division is left out, since it depends on the state. The input weights are compared with all token embeddings by cosine similarity. Along this text the neuron is switched off at every position, and KL(original ‖ neuron switched off) is measured at each. “where it is most active” runs the original model over a sample text; the first token of each piece is left out, where activations are often massive.</source>
        <translation>输出权重乘以末层归一化的增益和解嵌入，得出每单位激活值对各 logit 的改变；归一化的除法未计入，因为它取决于状态。输入权重按余弦相似度与所有词元嵌入比较。沿此文本，在每个位置都关闭该神经元，并在每个位置测量 KL（原始 ‖ 关闭该神经元）。“最活跃之处”让原始模型读一段样本文本；每段的首个词元不计，那里的激活往往是巨量的。</translation>
    </message>
    <message>
        <source>Choose “along this text”: are the tokens where it is most active also those where switching it off changes most?</source>
        <translation>选“沿此文本”：它最活跃的词元，也是关闭它改变最多的词元吗？</translation>
    </message>
    <message>
        <source>Choose “where it is most active” and press “Read the sample”: what do the top places have in common? Check by “Read a file…” whether it holds on another text.</source>
        <translation>选“最活跃之处”并点击“读取样本”：排在前面的位置有什么共同点？再用“读取文件…”看在另一段文本上是否也成立。</translation>
    </message>
    <message>
        <source>Press “Switch off” and read the continuation in “Interventions”.</source>
        <translation>点击“关闭”，并在“干预”中阅读续写。</translation>
    </message>
    <message>
        <source>Geva and others 2021 (MLPs as key-value memories, arXiv 2012.14913); Geva and others 2022 (what the values promote); Sun and others 2024 (massive activations).</source>
        <translation>Geva 等 2021（MLP 作为键值记忆，arXiv 2012.14913）；Geva 等 2022（值促进什么）；Sun 等 2024（巨量激活）。</translation>
    </message>
    <message>
        <source>What each attention and MLP added at the selected position, and the embedding, is projected on the token&apos;s direction through the final norm and the unembedding, while the norm&apos;s scale is held at its value in this text. So the contributions sum to the logit exactly, but for rounding. Only the direct way to the logit counts: what a component does through later layers is part of their contributions.</source>
        <translation>把每个注意力和 MLP 在选中位置加上的向量以及嵌入，经末层归一化和解嵌入投影到该词元的方向上，归一化的尺度固定为它在此文本中的值。因此各项贡献之和等于该 logit，只有舍入误差。只计直接到达 logit 的部分：一个组件经由后面各层起的作用，算在后面各层的贡献里。</translation>
    </message>
    <message>
        <source>Type a token into “Token” that the model gives little probability, and compare with the most likely one: which layers tell the two apart?</source>
        <translation>在“词元”中输入一个模型给出概率很小的词元，与最可能的词元比较：哪些层把两者区分开？</translation>
    </message>
    <message>
        <source>Click one of the neurons under “Top neurons” and look in “Neuron details” at what it promotes.</source>
        <translation>点击“主要神经元”中的一个，在“神经元详情”中看它促进什么。</translation>
    </message>
    <message>
        <source>Switch the largest contribution off in “Interventions”: how far does the logit fall? Later layers read that component too, so it need not be just as much.</source>
        <translation>在“干预”中关闭贡献最大的组件：该 logit 下降多少？后面各层也读取这个组件，因此未必恰好下降这么多。</translation>
    </message>
    <message>
        <source>Elhage and others 2021 (direct contributions to the logits); Wang and others 2022 (the same for logit differences).</source>
        <translation>Elhage 等 2021（对 logit 的直接贡献）；Wang 等 2022（用于 logit 差）。</translation>
    </message>
    <message>
        <source>“activation patching, A into B”: prompt B is run once for every layer and position, with that one activation taken from prompt A. The colour is the recovered logit difference, 0 as in B and 1 as in A. “causal tracing of a fact”: noise of 3 standard deviations of the embeddings spoils the subject, one place at a time is restored, and the answer&apos;s probability is shown, a mean over 10 draws of the noise. There attention and MLP outputs are restored in a window of several layers, so their cells are blurred by layer.</source>
        <translation>“激活修补，从 A 到 B”：对每一层、每个位置，把这一处的激活换成提示词 A 的，运行一次提示词 B。颜色是 logit 差恢复的比例，0 同 B，1 同 A。“事实的因果追踪”：用 3 倍于嵌入标准差的噪声破坏主语，每次恢复一处，显示答案的概率，为 10 次噪声抽样的均值。其中注意力和 MLP 的输出以若干层为窗口一起恢复，因此各格在层的方向上是模糊的。</translation>
    </message>
    <message>
        <source>Press “Measure every cell” with the two prompts given and read where the difference leaves the name that was changed and reaches the last position.</source>
        <translation>用给出的两个提示词点击“测量每个单元格”，看差别在哪里离开被换掉的名字、到达最后的位置。</translation>
    </message>
    <message>
        <source>Set “Component” to “attention output”, then to “MLP output”: which of them carries the name to the end?</source>
        <translation>把“组件”先后设为“注意力输出”和“MLP 输出”：是哪一个把名字带到末尾？</translation>
    </message>
    <message>
        <source>Choose “causal tracing of a fact” and write a “Prompt”, its “Subject” and its “Answer” of your own. Look first whether the model knows the fact at all: without noise the probability must be high.</source>
        <translation>选“事实的因果追踪”，写下自己的“提示词”、“主语”和“答案”。先看模型是否真的知道这个事实：没有噪声时概率必须高。</translation>
    </message>
    <message>
        <source>Vig and others 2020 (causal mediation); Meng, Bau, Andonian and Belinkov 2022 (causal tracing, arXiv 2202.05262); Wang and others 2022 (patching the names).</source>
        <translation>Vig 等 2020（因果中介分析）；Meng、Bau、Andonian 与 Belinkov 2022（因果追踪，arXiv 2202.05262）；Wang 等 2022（修补名字）。</translation>
    </message>
    <message>
        <source>500 points of the map&apos;s space are drawn, and all others are ranked around each of them twice: by cosine in all dimensions and by distance on the layout. Trustworthiness falls where points are near only on the map, continuity where true neighbours are torn apart, both by how far down the other ranking they stand; beside them stand the fraction of neighbours kept, and Spearman&apos;s correlation of distances. The control is the same layout with its points shuffled.</source>
        <translation>从地图的空间中抽取 500 个点，把其余所有点围绕每个点排两次序：按全部维度中的余弦，以及按布局上的距离。若有些点只在地图上相近，可信度下降；若真实近邻被拉开，连续性下降，两者都按这些点在另一种次序中排得多靠后计算；旁边还有近邻保持的比例和距离的 Spearman 相关。对照是打乱各点的同一布局。</translation>
    </message>
    <message>
        <source>Press “Measure all layouts” and compare PCA with a fitted layout: one may keep neighbours better, the other distances.</source>
        <translation>点击“测量所有布局”，比较 PCA 与拟合的布局：一个可能更好地保持近邻，另一个更好地保持距离。</translation>
    </message>
    <message>
        <source>Compare 3D with 2D of the same layout: how much of the neighbours does the third dimension save?</source>
        <translation>比较同一布局的 3D 与 2D：第三个维度保住了多少近邻？</translation>
    </message>
    <message>
        <source>On the map fit a second layout with another seed by “Fit layout” and measure again: how many neighbours on the map do both seeds share?</source>
        <translation>在地图上用“拟合布局”以另一个随机种子再拟合一个布局，然后重新测量：两个随机种子在地图上有多少近邻相同？</translation>
    </message>
    <message>
        <source>Venna and Kaski 2001 (trustworthiness and continuity); Spearman 1904 (rank correlation).</source>
        <translation>Venna 与 Kaski 2001（可信度和连续性）；Spearman 1904（秩相关）。</translation>
    </message>
    <message>
        <source>Both texts continue from the selected token. Each draw depends on nothing but the probabilities, the seed, the position and the token&apos;s number, so as long as seeds are equal the two texts part only where their probabilities differ enough. The ribbon is KL in bits of the two distributions at temperature 1 before each draw. After the first difference the texts have different histories, and KL compares different contexts.</source>
        <translation>两段文本都从选中的词元继续。每次抽取只取决于概率、随机种子、位置和词元编号，因此只要随机种子相同，只有概率相差足够大时两段文本才会分开。中间的带是每次抽取之前，两个分布在温度 1 下以比特计的 KL。第一处差别之后，两段文本的前文不同，KL 比较的是不同的上下文。</translation>
    </message>
    <message>
        <source>Add a component to “Interventions” and press “Generate both”: how many tokens pass before the texts part, and how small was KL until then?</source>
        <translation>在“干预”中添加一个组件，点击“同时生成”：经过多少个词元两段文本才分开？在那之前 KL 有多小？</translation>
    </message>
    <message>
        <source>Choose “another seed” under “Compare with” and type one into “Other”: KL stays at 0 up to the first difference, since model and context are the same.</source>
        <translation>“对照对象”选“另一个随机种子”，在“改为”中输入一个：直到第一处差别为止 KL 都是 0，因为模型和上下文相同。</translation>
    </message>
    <message>
        <source>Choose “another prompt” and write the text with a single word changed into “Other”: for how many tokens do both continuations still agree?</source>
        <translation>选“另一个提示词”，在“改为”中写入只改了一个词的文本：此后两段续写在多少个词元上仍然一致？</translation>
    </message>
    <message>
        <source>Common random numbers are a standard method of simulation; Salmon and others 2011 (random numbers that are a function of a counter).</source>
        <translation>相同随机数是模拟中的常用方法；Salmon 等 2011（由计数器决定的随机数）。</translation>
    </message>
    <message>
        <source>In one forward pass of the original model, what each head, MLP and bias and the embedding add at the last position is projected on the difference of the two names&apos; directions, while the final norm&apos;s scale is held fixed; so the contributions sum to the logit difference. Then each head is switched off at every position: at zero, and at its mean there over 32 sentences with three other names. A contribution counts the direct way only; switching off counts what later layers do as well, so the two can differ.</source>
        <translation>在原始模型的一次前向传播中，把每个头、MLP、偏置和嵌入在最后位置加上的向量，投影到两个名字的方向之差上，末层归一化的尺度固定；因此各项贡献之和等于 logit 差。然后在每个位置关闭每个头：置零，或换成它在 32 个含另外三个名字的句子中在该位置的均值。贡献只计直接的部分，关闭则连同后面各层的作用一起计，因此两者可能不同。</translation>
    </message>
    <message>
        <source>Compare in the notes the sums of heads and of MLPs: which of them does more for the correct name?</source>
        <translation>在说明中比较各头之和与各 MLP 之和：哪一类更支持正确的名字？</translation>
    </message>
    <message>
        <source>Set “Sort by” to “zero”, then to “mean”: heads that change places do something in every sentence of this form, whatever its names.</source>
        <translation>“排序依据”先后选“置零”和“均值”：排名改变的头，不论名字是什么，在这种形式的每个句子里都起某种作用。</translation>
    </message>
    <message>
        <source>In “Sentence” let Mary give the drink, and exchange “Correct name” and “Other name”: do the same heads stay on top?</source>
        <translation>在“句子”中让 Mary 给出饮料，并对调“正确的名字”和“另一个名字”：排在前面的还是那些头吗？</translation>
    </message>
    <message>
        <source>Wang, Variengien, Conmy, Shlegeris and Steinhardt 2022 (arXiv 2211.00593); Elhage and others 2021 (direct contributions).</source>
        <translation>Wang、Variengien、Conmy、Shlegeris 与 Steinhardt 2022（arXiv 2211.00593）；Elhage 等 2021（直接贡献）。</translation>
    </message>
    <message>
        <source>Each point is a vector: a token&apos;s embedding, a row of the unembedding, or the hidden state of a token of a sample text after the chosen layer (standardised, without first tokens and outliers). A layout fixes the points once: PCA is linear, UMAP, t-SNE and PaCMAP try to keep neighbours. New hidden states are placed into it one by one, where most of their 15 true neighbours are near. Rays go to the 10 most likely next tokens with a probability of at least 0.5 %. Two or three dimensions cannot keep everything: the map states how many of the true neighbours it keeps.</source>
        <translation>每个点是一个向量：一个词元的嵌入、解嵌入的一行，或样本文本中一个词元在所选层之后的隐藏状态（经标准化，不含首个词元和离群点）。布局一次性确定各点的位置：PCA 是线性的，UMAP、t-SNE 和 PaCMAP 尽量保持邻居。新的隐藏状态逐个放入，放在其 15 个真实近邻大多位于附近之处。射线指向概率不低于 0.5% 的 10 个最可能的下一词元。两三个维度不可能保持一切：地图会注明邻居保持率。</translation>
    </message>
    <message>
        <source>Click a point and compare both lists: the nearest by cosine in all dimensions and the nearest on the map. What is in one list only, the map shows wrongly.</source>
        <translation>点击一个点，比较两个列表：全部维度中按余弦最近的，和地图上最近的。只出现在一个列表中的，地图就显示错了。</translation>
    </message>
    <message>
        <source>Click a ray that is not the most likely one: the text continues with its token, and the earlier continuation stays as a branch.</source>
        <translation>点击一条不是最可能的射线：文本以它的词元继续，原来的续写作为分支保留。</translation>
    </message>
    <message>
        <source>Set the colour to “neighbours lost”, or switch “Lines to true neighbours” on: which regions of the map can be trusted less?</source>
        <translation>把颜色设为“丢失的邻居”，或打开“真实近邻连线”：地图的哪些区域不太可信？</translation>
    </message>
    <message>
        <source>Press B on the map: the arrow keys move a box, Shift with them sizes it, Enter selects what is within (L: a lasso). Which kinds of tokens stand together?</source>
        <translation>在地图上按 B：方向键移动方框，加 Shift 改变大小，Enter 选取框内的点（L：套索）。哪些种类的词元聚在一起？</translation>
    </message>
    <message>
        <source>Wolfram 2023 (meaning space, and the fan of next words); Pearson 1901 (PCA); McInnes, Healy and Melville 2018 (UMAP); van der Maaten and Hinton 2008 (t-SNE); Wang and others 2021 (PaCMAP). The placing of new states is Orrery&apos;s own.</source>
        <translation>Wolfram 2023（语义空间和下一个词的候选扇）；Pearson 1901（PCA）；McInnes、Healy 与 Melville 2018（UMAP）；van der Maaten 与 Hinton 2008（t-SNE）；Wang 等 2021（PaCMAP）。新状态的放置方法为 Orrery 所创。</translation>
    </message>
    <message>
        <source>The model&apos;s own tokenizer cuts the text. A token&apos;s colour is its surprisal, −log₂ of the probability that the model gave it from all that stands before it, at temperature 1 whatever the sampling was.</source>
        <translation>文本由模型自己的分词器切分。词元的颜色是它的惊奇度，即模型根据前面的全部内容给它的概率取 −log₂；不论抽样设置如何，都按温度 1 计算。</translation>
    </message>
    <message>
        <source>Click a token: every view shows the model at that position. Drag along the strip to scrub.</source>
        <translation>点击一个词元：所有视图都显示模型在该位置的情况。沿词元条拖动可连续浏览。</translation>
    </message>
    <message>
        <source>Write a word with a spelling mistake and compare: it is mostly cut into more tokens, and they are more surprising.</source>
        <translation>写一个有拼写错误的词来比较：它多半被切成更多词元，这些词元也更令人惊奇。</translation>
    </message>
    <message>
        <source>Sennrich, Haddow and Birch 2016 (byte-pair encoding); Shannon 1948 (the information of a symbol).</source>
        <translation>Sennrich、Haddow 与 Birch 2016（字节对编码）；Shannon 1948（一个符号的信息量）。</translation>
    </message>
    <message>
        <source>One forward pass gives a logit for every token of the vocabulary; softmax at temperature 1 turns them into probabilities. “As sampled” applies temperature, top-k, top-p, min-p and the repetition penalty as the sampling does.</source>
        <translation>一次前向传播为词表中的每个词元给出一个 logit；温度为 1 的 softmax 把它们变成概率。“按抽样概率”则像抽样时一样应用温度、top-k、top-p、min-p 和重复惩罚。</translation>
    </message>
    <message>
        <source>Click a token that is not the most likely one: the text continues with it.</source>
        <translation>点击一个不是最可能的词元：文本以它继续。</translation>
    </message>
    <message>
        <source>Choose “As sampled” and move the temperature: the order stays, the differences change.</source>
        <translation>选“按抽样概率”并移动温度：次序不变，差距改变。</translation>
    </message>
    <message>
        <source>Bengio and others 2003 (neural language models); Holtzman and others 2020 (top-p sampling).</source>
        <translation>Bengio 等 2003（神经语言模型）；Holtzman 等 2020（top-p 抽样）。</translation>
    </message>
    <message>
        <source>The votes become a distribution over the next token: with n votes and m tokens offered or voted for, a token has (votes + 1) / (n + m + 1), and what is left is spread evenly over the rest of the vocabulary. Its log loss on the token that came, in bits, stands beside the model&apos;s surprisal and beside that of the same buttons without a vote, and that of the token&apos;s letters by a table of six letters counted from the bundled novels (workspace From scratch). Decoys are drawn by a seed from the model&apos;s candidates beyond the 15 most likely. Of a word that is more than one token the longest beginning that is a token is voted for.</source>
        <translation>票数变成下一个词元上的分布：若有 n 票，列出或得票的词元有 m 个，则每个词元得（票数 + 1）/（n + m + 1），余下的平均分给词表中的其他词元。对实际出现的词元，它的对数损失（比特）与模型的惊奇度、以及同样按钮无票时的对数损失并列显示；旁边还有该词元的字母在由自带小说统计的六字母表下的比特数（工作区“从零开始”）。干扰项按随机种子从模型前 15 名之外的候选中抽取。多于一个词元的词，票投给其中能成为词元的最长开头。</translation>
    </message>
    <message>
        <source>Let the class vote on ten tokens of a text, and compare the means: where is it nearly as good as the model, and where far from it?</source>
        <translation>让全班对一段文本的十个词元投票，比较平均值：在哪里几乎与模型一样好，在哪里相差很远？</translation>
    </message>
    <message>
        <source>Set the decoys to 0: the log loss without votes falls, since the buttons alone give more away.</source>
        <translation>把干扰项设为 0：无票时的对数损失会下降，因为单是按钮就透露得更多。</translation>
    </message>
    <message>
        <source>Continue with the class&apos;s token where it differs from the model&apos;s, and see what it expects then.</source>
        <translation>在全班与模型不同之处用全班的词元继续，看模型接着期待什么。</translation>
    </message>
    <message>
        <source>Shannon 1951, Prediction and entropy of printed English (guessing games with people).</source>
        <translation>Shannon 1951，《Prediction and entropy of printed English》（请人来猜的游戏）。</translation>
    </message>
    <message>
        <source>Of all curves of the chosen kind the one is drawn whose squared distances from the points, measured along y, have the least sum (least squares, by a QR decomposition; polynomials as Chebyshev polynomials of a scaled x, so that high degrees stay exact). The band is the middle 90 % of 400 refits: residuals, corrected for leverage, are drawn again and added to the fitted values. It says how much the noise moves this curve, and not whether the kind of curve is the right one: the true curve may lie outside. On the right, k-fold cross-validation: the points are cut into parts, each part is held out once and predicted by the curve fitted to the others; errors are roots of mean squares, bars one standard error over the parts. Where the points were drawn from a known curve, the dotted line is what these errors estimate: noise, bias and variance of the fit together, on new points between the ends. The times of the fall are computed (√(2h/g), without air) with drawn noise, not measured.</source>
        <translation>在所选的一类曲线中，画出与各点沿 y 方向距离的平方和最小的那一条（最小二乘法，用 QR 分解；多项式写成缩放后的 x 的切比雪夫多项式，这样次数很高时仍然精确）。色带是 400 次重新拟合的中间 90%：把按杠杆值校正过的残差重新抽取，加到拟合值上再拟合。它说明噪声会让这条曲线变动多少，并不说明曲线的类型是否正确：真实曲线可能在色带之外。右边是 k 折交叉验证：把点分成几份，每份留出一次，由对其余各份拟合的曲线来预测；误差是均方根，误差线是各份之间的一个标准误。如果点抽自一条已知曲线，点线就是这些误差所估计的量：两端之间的新点上噪声、偏差与方差的总和。下落时间是计算出来的（√(2h/g)，不计空气），加上抽取的噪声，不是测量值。</translation>
    </message>
    <message>
        <source>Raise “Degree” step by step, or click in the chart on the right: the error on the fitted points only falls. Where does the error on held-out points rise again?</source>
        <translation>逐步提高“次数”，或在右边的图中单击：参与拟合的点上的误差只会下降。留出的点上的误差从哪里开始回升？</translation>
    </message>
    <message>
        <source>Drag a point (or choose it with the arrow keys and move it with Page Up and Page Down, with Shift sideways): a line hardly moves, a polynomial of degree 7 swings. Undo takes it back.</source>
        <translation>拖动一个点（或用方向键选中，再用 Page Up 和 Page Down 移动，按住 Shift 则横向移动）：直线几乎不动，7 次多项式却会大幅摆动。“撤销”可以还原。</translation>
    </message>
    <message>
        <source>Compare what is predicted to the right of the points by a parabola, by degree 6 and by a + b √x. All fit the points; which comes near the true curve there, and which says so by a wide band?</source>
        <translation>比较抛物线、6 次多项式和 a + b √x 在点的右侧预测什么。它们都拟合了这些点；在那里哪个接近真实曲线？哪个用很宽的色带说明自己没有把握？</translation>
    </message>
    <message>
        <source>“Open CSV…” takes points of your own; “terms of your own” fits sums of any terms, such as 1, x, exp(-x).</source>
        <translation>“打开 CSV…”读入自己的点；“自定的项”拟合任意几项之和，例如 1, x, exp(-x)。</translation>
    </message>
    <message>
        <source>Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023), on models of a fall from the tower of Pisa; Davison and Hinkley 1997, Bootstrap Methods, section 6.2 (refits); Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, section 7.10 (cross-validation, one standard error).</source>
        <translation>Wolfram，《What Is ChatGPT Doing … and Why Does It Work?》（2023），其中比萨斜塔落体的模型；Davison 与 Hinkley 1997，《Bootstrap Methods》，6.2 节（重新拟合）；Hastie、Tibshirani 与 Friedman 2009，《The Elements of Statistical Learning》，7.10 节（交叉验证、一个标准误）。</translation>
    </message>
    <message>
        <source>n features x go through m dimensions and are restored as ReLU(WᵀW x + b). A feature is 0 but for the density&apos;s share of the examples, else uniform on 0 to 1; its squared error counts by its importance. All starts are trained by Adam on the same examples, beside a control without ReLU, whose best loss is known by a formula (PCA). A feature counts as represented from |W|² = 0.5 on. Shapes are named by comparing the cosines between the directions with those of regular shapes, whatever the settings say. D = |Wᵢ|² / Σⱼ(Ŵᵢ·Wⱼ)² is the share of a dimension that a feature has to itself. In three dimensions the arrows are an orthographic projection; in more only WᵀW and the lengths are shown. The phase diagram&apos;s losses are integrals, not averages over examples.</source>
        <translation>n 个特征 x 经过 m 维，再按 ReLU(WᵀW x + b) 还原。一个特征只在“密度”这一比例的样本中不为 0，此时在 0 至 1 上均匀分布；其平方误差按重要性计入。所有起点用 Adam 在相同的样本上训练，旁边是无 ReLU 的对照，其最小损失由公式给出（PCA）。|W|² 达到 0.5 的特征算作被表示。形状的命名只看方向之间的余弦与规则形状是否相符，与设置无关。D = |Wᵢ|² / Σⱼ(Ŵᵢ·Wⱼ)² 是一个特征独自占有的维度比例。三维时箭头为正交投影；维数更多时只显示 WᵀW 和长度。相图的损失是积分，而不是样本的平均。</translation>
    </message>
    <message>
        <source>Click the rows of the starts: which ones came to another arrangement, and what did it cost them?</source>
        <translation>点击各起点所在的行：哪些得到了另一种排列，损失因此大了多少？</translation>
    </message>
    <message>
        <source>Set “Density” to 1, then to 0.25 and to 0.1: two features alone, antipodal pairs, a pentagon.</source>
        <translation>把“密度”设为 1，再设为 0.25 和 0.1：两个独占一维的特征、对跖对、五边形。</translation>
    </message>
    <message>
        <source>Set 8 features in 3 dimensions, density 0.05 and importance factor 1, and press “Train”: drag the arrows and find the two squares of the antiprism.</source>
        <translation>设 3 维中 8 个特征、密度 0.05、重要性系数 1，按“训练”：拖动箭头，找出反棱柱的两个正方形。</translation>
    </message>
    <message>
        <source>Show the phase diagram: why does the border to superposition bend towards sparser features where one feature is much more important?</source>
        <translation>显示相图：为什么一个特征重要得多时，叠加的边界会偏向更稀疏的一侧？</translation>
    </message>
    <message>
        <source>Elhage and others 2022, “Toy Models of Superposition”; Kingma and Ba 2015 (Adam).</source>
        <translation>Elhage 等 2022，《Toy Models of Superposition》；Kingma 与 Ba 2015（Adam）。</translation>
    </message>
    <message>
        <source>k colours times s shapes are coded as one-hot (a dimension for each thing), semi-local (one for each colour and one for each shape), superposed (a direction for each colour and shape, pushed apart in fewer dimensions) and at random (the control). A ridge probe reads colour and shape of whole combinations that it never met, in noise. “dealt colours” is a control with colours at random; “any half” tells a random half of the things from the rest; “two at once” tells the sum of two things from the same with shapes exchanged. In the loaded model every phrase is read in every template; states are standardised in each dimension, and each template&apos;s mean is taken away. The variance between phrases is split into two main effects and their interaction. Bands are 95 % intervals: over templates (Student&apos;s t), over things and phrases (Wilson). Where nothing can be read, a probe of new combinations lies below guessing: the word left out is the rarer one among the rest. A probe shows that something can be read, not that the model uses it.</source>
        <translation>k 种颜色乘 s 种形状，编码方式为：独热（每个物体一维）、半局部（每种颜色一维、每种形状一维）、叠加（每种颜色和形状一个方向，在较少的维数中互相推开）和随机（对照）。岭回归探针在噪声中读取从未见过的整个组合的颜色和形状。“随机分配的颜色”是对照；“任意一半”把随机的一半物体与其余分开；“同时两个”把两个物体之和与交换形状后的和分开。在已加载的模型中，每个短语放进每个模板读取；状态逐维标准化，并减去各模板的均值。短语之间的方差分解为两个主效应和交互作用。色带为 95% 区间：对模板用 Student t，对物体和短语用 Wilson。若什么都读不出，对新组合的探针会低于随机猜测：留出的词在其余样本中较少。探针表明某信息可以读出，并不表明模型使用它。</translation>
    </message>
    <message>
        <source>Lower “Dimensions” from 8 to 3: which directions begin to interfere, and which colours are then misread?</source>
        <translation>把“维数”从 8 降到 3：哪些方向开始互相干扰，哪些颜色因此被读错？</translation>
    </message>
    <message>
        <source>Compare one-hot with semi-local: which of the five questions does each answer, and why can it not answer the others?</source>
        <translation>比较独热与半局部：五个问题中各能回答哪些，为什么回答不了其余的？</translation>
    </message>
    <message>
        <source>Show the loaded model and press “Read the loaded model”: at the input the state is the second word alone. After which layer does it know the first?</source>
        <translation>显示已加载的模型并按“读取已加载的模型”：在输入处状态只是第二个词。从哪一层之后起它知道第一个词？</translation>
    </message>
    <message>
        <source>Type words whose meanings depend on each other, such as hot, cold and dog, war, potato: does the interaction grow?</source>
        <translation>输入含义互相依赖的词，例如 hot, cold 与 dog, war, potato：交互作用会变大吗？</translation>
    </message>
    <message>
        <source>Hinton, McClelland and Rumelhart 1986 (distributed representations); Thorpe 1989 (local and distributed codes); Alain and Bengio 2016 (linear probes); Wilson 1927 (intervals of proportions).</source>
        <translation>Hinton、McClelland 与 Rumelhart 1986（分布式表示）；Thorpe 1989（局部与分布式编码）；Alain 与 Bengio 2016（线性探针）；Wilson 1927（比例的区间）。</translation>
    </message>
    <message>
        <source>The data are the 1,797 pictures of 8 × 8 pixels that come with scikit-learn, written by 13 people; three in ten of each digit are held out. A picture was made from a bitmap of 32 × 32 dots by counting the dark ones in each 4 × 4, and your drawing is treated in the same way. The model is a chain of matrices with ReLU between them, trained with Adam on the cross-entropy. Probabilities are the softmax of its ten logits, entropy is in bits (at most 3.32). The blur is Gaussian, mirrored at the edges, so that no ink is lost. The held-out pictures are of the same people as the trained ones: a stranger&apos;s digits, such as yours, are read less well. Intervals are Wilson&apos;s. On the map, neighbours are those of the embedding map: 15 by cosine in all dimensions, sought among the 50 nearest on the map.</source>
        <translation>数据是 scikit-learn 附带的 1,797 张 8 × 8 像素的图片，由 13 人书写；每个数字留出十分之三。图片由 32 × 32 个点的位图得来：数出每个 4 × 4 方块中的黑点，你画的数字也这样处理。模型是一串矩阵，中间为 ReLU，用 Adam 按交叉熵训练。概率是十个 logit 的 softmax，熵以比特计（最多 3.32）。模糊是高斯模糊，在边缘处镜像，因此墨迹总量不变。留出图片与训练图片出自同一批人之手：陌生人写的数字，比如你的，会认得差一些。区间为 Wilson 区间。地图上的近邻与嵌入地图相同：在全部维度中按余弦取 15 个，在地图上最近的 50 个点里寻找。</translation>
    </message>
    <message>
        <source>Move the blur slowly to the right: where does the answer turn into another digit, and is the model unsure before it is wrong?</source>
        <translation>把模糊慢慢向右移：回答在哪里变成另一个数字？模型在认错之前会先拿不定主意吗？</translation>
    </message>
    <message>
        <source>Draw a 4, then close its top: which pixels turn it into a 9? Draw something that stands for nothing: does the model say that it is unsure?</source>
        <translation>画一个 4，再把上端封口：哪些像素使它变成 9？画一个什么也不是的图形：模型会说它拿不定主意吗？</translation>
    </message>
    <message>
        <source>Choose “several starts” and train: the accuracies cannot be told apart, and yet the models disagree. On which digits, and would you have agreed with yourself there?</source>
        <translation>选“多个起点”并训练：准确率分不出高低，各模型却看法不同。在哪些数字上？换作你，两次会看成同一个数字吗？</translation>
    </message>
    <message>
        <source>Switch on “Shuffled digits” and give it 300 epochs: the loss on the training pictures falls, and the held-out ones stay at one in ten.</source>
        <translation>打开“打乱标签”并设为 300 轮：训练图片的损失下降，而留出图片停在十分之一。</translation>
    </message>
    <message>
        <source>Alpaydin and Kaynak 1998, “Optical Recognition of Handwritten Digits” (UCI); the blurred digit: Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”.</source>
        <translation>Alpaydin 与 Kaynak 1998，“Optical Recognition of Handwritten Digits”（UCI）；模糊的数字：Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”。</translation>
    </message>
    <message>
        <source>A table of n holds how often each sequence of n letters (or words) occurs in the text, and so what may follow n − 1 of them. The picture is the table of n = 2: the row comes first, the column follows. The last 5 % of each book are held out; bits per character are the surprisal of that text over its number of characters, spaces included, so letters, words and a model&apos;s tokens compare. What a table has never seen gets probability from the table below it: by Kneser–Ney with one discount for each table, or by Witten–Bell. A word that was never seen costs that it is new and its spelling, by a table of letters. The model is measured on stretches of 1,200 characters of the held-out text, the tables on the same ones, each after 200 characters to begin with. It may have read these novels when it was trained, which the tables have not: a text of your own that is new is the fair comparison.</source>
        <translation>n 的表记录文本中每个由 n 个字母（或单词）组成的序列出现多少次，因此也记录 n − 1 个之后可能是什么。图中是 n = 2 的表：行在前，列在后。每本书最后的 5% 被留出；比特/字符是这部分文本的惊奇度除以它的字符数（含空格），所以字母、单词和模型的词元可以相互比较。表从未见过的内容由下一级的表分得概率：Kneser–Ney 方法（每个表一个折扣）或 Witten–Bell 方法。从未见过的单词要付出“它是新词”的代价，再加上用字母统计表拼写它的代价。模型在留出文本的若干段（每段 1,200 个字符）上测量，表也在同样的段上测量，每段前 200 个字符只作开头。模型训练时可能读过这些小说，而表没有读过留出的部分：用一段全新的自己的文本才是公平的比较。</translation>
    </message>
    <message>
        <source>Press on the brightest cell of a row, such as q then u, and read where the pair stands in the text.</source>
        <translation>点击某一行中最亮的单元格，例如 q 然后 u，读一读这一对在文本中的位置。</translation>
    </message>
    <message>
        <source>Press “Measure words too” and “Measure the model”: from which n on does a larger table of words help no more, and why do the curves below say so?</source>
        <translation>按“也测量单词”和“测量模型”：从哪个 n 起，更大的单词统计表不再有帮助？下面的曲线怎样说明原因？</translation>
    </message>
    <message>
        <source>Set “Colour” to “against chance”: which letters avoid each other, which seek each other?</source>
        <translation>把“颜色”设为“与偶然相比”：哪些字母相互回避，哪些相互吸引？</translation>
    </message>
    <message>
        <source>Name a “Text file” of your own, in any language, and compare the picture.</source>
        <translation>在“文本文件”中指定自己的文本（任何语言都可以），比较图的样子。</translation>
    </message>
    <message>
        <source>Markov 1913 (letters of Eugene Onegin); Shannon 1948, 1951; Witten and Bell 1991; Kneser and Ney 1995; Chen and Goodman 1999. The text: Jane Austen&apos;s six novels, public domain.</source>
        <translation>Markov 1913（《叶甫盖尼·奥涅金》的字母）；Shannon 1948、1951；Witten 与 Bell 1991；Kneser 与 Ney 1995；Chen 与 Goodman 1999。文本：简·奥斯汀的六部小说，公有领域。</translation>
    </message>
    <message>
        <source>Each row draws what comes next from what followed the last n − 1 letters or words in the text, by their raw counts; where that never occurred, from one less. A choice is forced where only one thing ever followed: the table then copies, and says from where. The larger n, the better the text reads, and the more of it is recited. “one sentence” shows the surprisal of every piece under each table and the model by colour, as bits per character; a piece that stands first has none in a model without a begin-of-text token.</source>
        <translation>每一行都按原始计数，从文本中跟在最后 n − 1 个字母或单词之后的内容里抽取下一个；如果那从未出现过，就少看一个。如果后面从来只有一种可能，就别无选择：表只是在照抄，并说明抄自哪里。n 越大，文本读起来越通顺，背诵的部分也越多。“一句话”用颜色显示每个部分在各个表和模型下的惊奇度，以比特/字符计；在没有文本起始词元的模型里，最前面的部分没有惊奇度。</translation>
    </message>
    <message>
        <source>Point at underlined words of the row n = 6: which book do they come from, and how far does it go on?</source>
        <translation>指向 n = 6 那一行有下划线的单词：它们出自哪本书，一直抄到哪里？</translation>
    </message>
    <message>
        <source>Set “Tables of” to “letters”: at which n do words appear, at which names, at which sentences?</source>
        <translation>把“表的单位”设为“字母”：从哪个 n 起出现单词，从哪个 n 起出现人名，从哪个 n 起出现句子？</translation>
    </message>
    <message>
        <source>Choose “one sentence”, type one that no novel holds, and press “Ask the model too”: where do tables fail and the model does not?</source>
        <translation>选择“一句话”，输入一句小说里不会有的话，再按“也问模型”：在哪里表失败了而模型没有？</translation>
    </message>
    <message>
        <source>Shannon 1948, section 3 (approximations to English); Katz 1987 (back-off).</source>
        <translation>Shannon 1948，第 3 节（对英语的逼近）；Katz 1987（回退）。</translation>
    </message>
    <message>
        <source>Each neuron adds up what comes in, times the weight of each line, plus its bias, and passes the sum through the activation function; the last layer has none. Its picture shows what it answers all over the plane, blue below 0 and orange above. Classes are the softmax of the outputs; the loss is the cross-entropy in nats, of functions the mean squared error, both without penalties. Training follows the gradient (by PyTorch) from initial weights that the seed decides: normal with variance 1 over the number of inputs, 2 over it for ReLU, so a rewind gives exactly the same start. The held-out examples are never trained on. A weight that you turn by hand is used by training from there on. The points of “nearest point” can be dragged, also while the net trains (by keys: rest on one, Enter, then Page Up and Page Down, with Shift sideways). Of a training up to 100 moments are kept, fewer of large nets, evenly spread; each is exactly the net that it was.</source>
        <translation>每个神经元把输入乘以各条线的权重后相加，再加上偏置，然后通过激活函数；最后一层没有激活函数。它的图显示它在整个平面上的输出：低于 0 为蓝色，高于 0 为橙色。类别是输出的 softmax；损失是以奈特为单位的交叉熵，对函数则是均方误差，两者都不含惩罚项。训练（用 PyTorch）从由种子决定的初始权重出发沿梯度进行：初始权重服从正态分布，方差为输入数的倒数，ReLU 时为其两倍，因此倒回会得到完全相同的起点。留出的样本从不用于训练。手动调节的权重会被之后的训练采用。“最近的点”中的点可以拖动，训练时也可以（用键盘：停在一个点上按 Enter，再按 Page Up 和 Page Down，按住 Shift 则左右移动）。一次训练最多保留 100 个时刻，大网络较少，分布均匀；每个时刻都恰好是当时的网络。</translation>
    </message>
    <message>
        <source>Press “Train”, and watch which neurons turn their border to which side of a region.</source>
        <translation>按“训练”，看哪些神经元把自己的边界转向区域的哪一边。</translation>
    </message>
    <message>
        <source>Click a line and move the slider below: which part of the picture depends on that weight? Then press “Train” and see whether it comes back.</source>
        <translation>点击一条线并移动下方的滑块：图的哪一部分取决于这个权重？然后按“训练”，看它是否会恢复。</translation>
    </message>
    <message>
        <source>Choose “spirals” and write 2 into “Hidden layers”, then 8, 8: what can the smaller one not draw?</source>
        <translation>选择“螺旋”，在“隐藏层”中写 2，再写 8, 8：较小的那个画不出什么？</translation>
    </message>
    <message>
        <source>Choose “own points”, click some points of two classes into the plane and train: where does the net guess what you did not say?</source>
        <translation>选择“自己的点”，在平面上点击两个类别的一些点并训练：网络在哪里猜测了你没有说的内容？</translation>
    </message>
    <message>
        <source>After some training move the slider “Past” back and forth: which neuron found its border first?</source>
        <translation>训练一会儿后来回移动“过去”滑块：哪个神经元最先找到自己的边界？</translation>
    </message>
    <message>
        <source>Write 1e9 as the learning rate: the training stops at its first number that is none.</source>
        <translation>把学习率写成 1e9：训练会在第一个不是数的数值处停止。</translation>
    </message>
    <message>
        <source>After TensorFlow Playground (Smilkov and Carter 2016) and Wolfram 2023. Adam: Kingma and Ba 2014 (arXiv 1412.6980); initial weights: LeCun and others 1998, He and others 2015 (arXiv 1502.01852).</source>
        <translation>参照 TensorFlow Playground（Smilkov 和 Carter，2016）以及 Wolfram 2023。Adam：Kingma 和 Ba 2014（arXiv 1412.6980）；初始权重：LeCun 等 1998，He 等 2015（arXiv 1502.01852）。</translation>
    </message>
    <message>
        <source>The net of the playground is trained from as many seeds as you choose, all on the same examples. At each place the standard deviation between the nets is taken, of each class&apos;s probability, then their mean, or of the value of a function. Its means inside the square of the data and outside of it stand in the heading, with the one inside before training as a control. Below, 20 starts of nets of 1 to 4 neurons in the first hidden layer are trained for 800 steps: each dot is one start.</source>
        <translation>游乐场的网络从你选择的多个种子出发训练，样本全都相同。在每个位置取各网络之间的标准差：先取每个类别概率的标准差再平均，对函数则取函数值的标准差。它在数据方框内外的平均值写在标题中，训练前方框内的值作为对照。下方把第一个隐藏层有 1 到 4 个神经元的网络各从 20 个起点训练 800 步：每个点是一个起点。</translation>
    </message>
    <message>
        <source>Press “Train all”: the pictures become alike inside the dashed square. Do they outside?</source>
        <translation>按“全部训练”：虚线方框内的图变得相像。方框外也是这样吗？</translation>
    </message>
    <message>
        <source>Choose ReLU in the playground and press “Measure 1 to 4 neurons”: from how many neurons on does the start no longer matter?</source>
        <translation>在游乐场中选 ReLU，再按“测量 1 到 4 个神经元”：从多少个神经元起，起点不再重要？</translation>
    </message>
    <message>
        <source>Wolfram 2023 (nets that agree on their examples and differ beyond them); Lakshminarayanan and others 2017 (the spread of an ensemble as uncertainty, arXiv 1612.01474).</source>
        <translation>Wolfram 2023（在样本上一致、在样本之外不同的网络）；Lakshminarayanan 等 2017（以集成的离散程度作为不确定度，arXiv 1612.01474）。</translation>
    </message>
    <message>
        <source>Each place of the plane is a model of its own: the loss is computed with exactly those weights over all 64 examples (mean squared error, or cross-entropy in nats). With two weights, the others stay where the first start&apos;s training ended, and only these two descend, so every path lies on the surface. Through three minima, all weights descend; the plane holds the ends of starts 0, 1 and 2, and paths are seen from straight above, so their own loss may differ from the plane&apos;s. An end counts as a minimum where the gradient is shorter than 0.01 and the least eigenvalue of the Hessian is above −0.001. Colours, contours and heights are logarithmic.</source>
        <translation>平面上的每个点都是一个模型：用恰好这些权重在全部 64 个样本上计算损失（均方误差，或以奈特计的交叉熵）。选两个权重时，其余权重停在第一个起点训练结束处，只有这两个下降，因此每条路径都在曲面上。经过三个极小值时，全部权重都下降；平面包含起点 0、1、2 的终点，路径为正上方俯视，因此它们自身的损失可能与平面的不同。梯度长度小于 0.01 且 Hessian 最小特征值大于 −0.001 的终点算作极小值。颜色、等高线和高度都是对数刻度。</translation>
    </message>
    <message>
        <source>Press Play: do all starts reach the same valley? Read the losses at which they rest.</source>
        <translation>按“播放”：所有起点都到达同一个谷底吗？读出它们停下时的损失。</translation>
    </message>
    <message>
        <source>Choose plain gradient descent and raise the learning rate in steps: when does the path zigzag, when does it leave the valley, and when does it break off?</source>
        <translation>选普通的梯度下降，逐级提高学习率：路径何时来回折返，何时离开山谷，何时中断？</translation>
    </message>
    <message>
        <source>Show the plane through three minima: how high are the ridges between them, beside the loss of a constant answer?</source>
        <translation>显示经过三个极小值的平面：与常数回答的损失相比，它们之间的山脊有多高？</translation>
    </message>
    <message>
        <source>Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (descent to a local minimum); planes through minima: Garipov and others 2018, “Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs”.</source>
        <translation>Wolfram 2023，“What Is ChatGPT Doing … and Why Does It Work?”（下降到局部极小值）；经过极小值的平面：Garipov 等 2018，“Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs”。</translation>
    </message>
    <message>
        <source>Row r of a matrix holds the weights of its output r, column c what it reads from its input c, however the family stores it; a matrix chosen by its name stands as it is stored. Where several weights fall into one cell, the cell shows the largest by amount. Moving averages are those of scipy.ndimage.uniform_filter, mirrored at the edges. The shuffled matrix holds the same weights at places drawn by lot; it is smoothed and put into order as the real one is, since both find patterns in noise. Similarity is the cosine, clustered by average linkage; of more than 1,500 rows a sample of 1,500 is clustered, and of longer rows 1,024 evenly spread weights are compared. Neurons are sorted by the cosine of what they read and write, heads by their norm, tokens by their kind. Singular values are roots of the eigenvalues of W·Wᵀ in double precision; the effective rank is exp of the entropy of the singular values divided by their sum.</source>
        <translation>无论各模型系列如何存储，矩阵的第 r 行是第 r 个输出的权重，第 c 列是它从第 c 个输入读取的部分；按名称选择的矩阵则按存储的样子显示。多个权重落入同一格时，显示其中绝对值最大的一个。滑动平均即 scipy.ndimage.uniform_filter，边缘作镜像。打乱后的矩阵含有同样的权重，只是位置由抽签决定；它和真实矩阵一样被平滑和排序，因为这两种做法在噪声中也会找到图案。相似度为余弦，用平均连接聚类；超过 1,500 行时只对 1,500 行的样本聚类，行较长时比较均匀分布的 1,024 个权重。神经元按它读取与写入方向的余弦排序，注意力头按范数排序，词元按类别排序。奇异值是 W·Wᵀ 的特征值（双精度）的平方根；有效秩是奇异值除以其总和后的熵的 exp。</translation>
    </message>
    <message>
        <source>Set “Picture” to “moving average”: soft hills appear. Now look at the shuffled matrix, and read above the pictures whether they are more than chance.</source>
        <translation>把“图像”设为“滑动平均”：会出现柔和的起伏。再看打乱后的矩阵，并读图像上方的说明：这些起伏是否超出偶然。</translation>
    </message>
    <message>
        <source>Set “Picture” to “moving size” for the query matrix: some heads are larger than others, which no shuffle has. Then show “all layers”.</source>
        <translation>对查询矩阵把“图像”设为“滑动大小”：有些头的权重比其他头大，打乱后则没有。然后显示“所有层”。</translation>
    </message>
    <message>
        <source>Choose “MLP down”, sort the columns by norm, zoom in until single weights are seen, and click one: its neuron can be opened.</source>
        <translation>选择“MLP down”，把列按范数排序，放大到能看清单个权重，再点击其中一个：可以打开它的神经元。</translation>
    </message>
    <message>
        <source>Wolfram 2023 (moving averages of weights); Marchenko and Pastur 1967 (singular values of random matrices); Roy and Vetterli 2007 (effective rank).</source>
        <translation>Wolfram 2023（权重的滑动平均）；Marchenko 与 Pastur 1967（随机矩阵的奇异值）；Roy 与 Vetterli 2007（有效秩）。</translation>
    </message>
    <message>
        <source>A sparse dictionary writes a model&apos;s activations at one place as a sum of a few of its features, each a direction with an activation of 0 or more. Its scores were measured on text that it was not trained on; loss recovered is 1 where the model predicts as well from the reconstruction as from its own activations, and 0 where it predicts as badly as from their mean.</source>
        <translation>稀疏字典把模型某处的激活写成少数几个特征之和，每个特征是一个方向，其激活不小于 0。各项得分是在训练时没有用过的文本上测得的；损失恢复为 1 表示用重构时模型预测得与用自身激活时一样好，为 0 表示与用激活均值时一样差。</translation>
    </message>
    <message>
        <source>Compare the dictionaries&apos; scores: which one explains more, and which one recovers more of the loss?</source>
        <translation>比较各字典的得分：哪一个解释得更多，哪一个恢复的损失更多？</translation>
    </message>
    <message>
        <source>Train one with twice the features: how much more of the variance do they explain?</source>
        <translation>训练一个特征数加倍的字典：它多解释了多少方差？</translation>
    </message>
    <message>
        <source>Bricken and others 2023, “Towards Monosemanticity”; Gao and others 2024, “Scaling and evaluating sparse autoencoders” (arXiv 2406.04093).</source>
        <translation>Bricken 等 2023，“Towards Monosemanticity”；Gao 等 2024，“Scaling and evaluating sparse autoencoders”（arXiv 2406.04093）。</translation>
    </message>
    <message>
        <source>A link is the cosine of two directions, the correlation of two features&apos; activations over the positions of a text, or the share of a feature&apos;s activations that stand at the ten tokens of the text which the other feature promotes most by its direct logits. Features of middle layers are read by later layers, so their direct logits say little there. A feature&apos;s angle around the chosen one follows from its direction alone, so it stays where it is whatever else is shown; the nearer, the stronger. Chance is the largest value among all features for a random direction, for the same activations at other positions, or for tokens that are as common: the mean of 20 draws. D is the share of a dimension that a feature has to itself.</source>
        <translation>联系是两个方向的余弦、两个特征的激活值在文本各位置上的相关系数，或某特征的激活中落在文本里另一特征按直接 logit 最促进的十个词元上的份额。中间层的特征要由后面的层读取，所以那里的直接 logit 说明不了多少。特征围绕所选特征的角度只取决于其方向，因此无论还显示什么，它都留在原处；越近表示越强。随机值是对随机方向、对打乱位置的同样激活值、或对同样常见的词元，在所有特征中得到的最大值：20 次抽取的平均。D 是特征独占的维度份额。</translation>
    </message>
    <message>
        <source>Choose a feature that you can name: are its neighbours by direction those that fire with it?</source>
        <translation>选择一个您能命名的特征：按方向的邻居是否就是与它共同激活的特征？</translation>
    </message>
    <message>
        <source>Show all directions: are features nearer to each other than random directions are?</source>
        <translation>显示所有方向：特征彼此是否比随机方向更近？</translation>
    </message>
    <message>
        <source>Bricken and others 2023, “Towards Monosemanticity”; Elhage and others 2022, “Toy Models of Superposition” (D).</source>
        <translation>Bricken 等 2023，“Towards Monosemanticity”；Elhage 等 2022，“Toy Models of Superposition”（D）。</translation>
    </message>
</context>
<context>
    <name>ViewHost</name>
    <message>
        <source>Save data of {title}…</source>
        <translation>保存“{title}”的数据…</translation>
    </message>
    <message>
        <source>Copy table of {title}</source>
        <translation>复制“{title}”的表格</translation>
    </message>
    <message>
        <source>Read {title} as a table</source>
        <translation>以表格阅读{title}</translation>
    </message>
    <message>
        <source>{title} could not be drawn: {error}</source>
        <translation>无法绘制“{title}”：{error}</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>normal, of the same spread</source>
        <translation>正态分布（标准差相同）</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>{low} to {high}
{n} weights; a normal distribution has {expected}</source>
        <translation>{low} 到 {high}
{n} 个权重；正态分布有 {expected} 个</translation>
    </message>
    <message>
        <source>singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱后</translation>
    </message>
    <message>
        <source>random numbers (Marchenko–Pastur)</source>
        <translation>随机数（Marchenko–Pastur）</translation>
    </message>
    <message>
        <source>singular value, largest first</source>
        <translation>奇异值，从大到小</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>singular value {i}: {value}
shuffled {shuffled}, random numbers {random}</source>
        <translation>第 {i} 个奇异值：{value}
打乱后 {shuffled}，随机数 {random}</translation>
    </message>
    <message>
        <source>variation ÷ shuffled</source>
        <translation>变化幅度 ÷ 打乱后</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>excess kurtosis</source>
        <translation>超额峰度</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Matrix, by the checkpoint&apos;s own name</source>
        <translation>矩阵，按检查点中的名称</translation>
    </message>
    <message>
        <source>The layer whose matrix is shown; every other view that shows a layer follows.</source>
        <translation>显示哪一层的矩阵；其他显示某一层的视图随之改变。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Over how many rows and columns the average is taken. The mean of n × n numbers drawn by lot has one nth of their spread.</source>
        <translation>在多少行和列上取平均。n × n 个随机抽取的数的平均值，其标准差为原来的 n 分之一。</translation>
    </message>
    <message>
        <source>Averaged across</source>
        <translation>平均边长</translation>
    </message>
    <message>
        <source>Show the token on the map</source>
        <translation>在地图上显示该词元</translation>
    </message>
    <message>
        <source>Open neuron {name}</source>
        <translation>打开神经元 {name}</translation>
    </message>
    <message>
        <source>Open head {name}</source>
        <translation>打开头 {name}</translation>
    </message>
    <message>
        <source>{role} of L{layer}</source>
        <translation>L{layer} 的{role}</translation>
    </message>
    <message>
        <source>{what}, largest norm first</source>
        <translation>{what}，范数大者在前</translation>
    </message>
    <message>
        <source>{what}, similar ones together</source>
        <translation>{what}，相似者相邻</translation>
    </message>
    <message>
        <source>{what}, sorted by role</source>
        <translation>{what}，按角色排序</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>dimension of the residual stream</source>
        <translation>残差流的维度</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>dimension of a head</source>
        <translation>注意力头的维度</translation>
    </message>
    <message>
        <source>dimension of a key and value head</source>
        <translation>键值头的维度</translation>
    </message>
    <message>
        <source>token “{text}” ({number})</source>
        <translation>词元“{text}”（{number}）</translation>
    </message>
    <message>
        <source>a row that no position uses</source>
        <translation>没有位置使用的行</translation>
    </message>
    <message>
        <source>position {number}</source>
        <translation>位置 {number}</translation>
    </message>
    <message>
        <source>residual stream, dimension {number}</source>
        <translation>残差流，第 {number} 维</translation>
    </message>
    <message>
        <source>{head}, its dimension {at} of {n}</source>
        <translation>{head}，第 {at} 维（共 {n} 维）</translation>
    </message>
    <message>
        <source>key and value head {number} (read by {first} to {last}), its dimension {at} of {n}</source>
        <translation>键值头 {number}（由 {first} 到 {last} 读取），第 {at} 维（共 {n} 维）</translation>
    </message>
    <message>
        <source>not a finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>第 {n} 列</translation>
    </message>
    <message>
        <source>{value} of the usual size</source>
        <translation>为平常大小的 {value}</translation>
    </message>
    <message>
        <source>average {value}</source>
        <translation>平均 {value}</translation>
    </message>
    <message>
        <source>weight {value} ({times} × the usual size)</source>
        <translation>权重 {value}（平常大小的 {times} 倍）</translation>
    </message>
    <message>
        <source>weight {value}</source>
        <translation>权重 {value}</translation>
    </message>
    <message>
        <source>the strongest of {rows} × {columns}: {value}; zoom in for single weights</source>
        <translation>{rows} × {columns} 个中最强的：{value}；放大可看单个权重</translation>
    </message>
    <message>
        <source>{matrix} of all {n} layers</source>
        <translation>全部 {n} 层的{matrix}</translation>
    </message>
    <message>
        <source>{matrix}: {rows} × {columns} weights</source>
        <translation>{matrix}：{rows} × {columns} 个权重</translation>
    </message>
    <message>
        <source>All weights are 0.</source>
        <translation>所有权重都是 0。</translation>
    </message>
    <message>
        <source>The shuffled matrix is put into order in the same way.</source>
        <translation>打乱后的矩阵用同样的方法排序。</translation>
    </message>
    <message>
        <source>{n} of {all} were clustered; each other one stands beside the one it is most like.</source>
        <translation>{all} 个中有 {n} 个参与聚类；其余每个都放在与它最相似的一个旁边。</translation>
    </message>
    <message>
        <source>Token embedding and unembedding are one matrix in this model (tied).</source>
        <translation>在此模型中，词元嵌入与解嵌入是同一个矩阵（权重共享）。</translation>
    </message>
    <message>
        <source>The model comes from a GGUF file: its weights are shown expanded to full precision.</source>
        <translation>模型来自 GGUF 文件：显示的是展开为全精度的权重。</translation>
    </message>
    <message>
        <source>Stored as {name}.</source>
        <translation>存储名为 {name}。</translation>
    </message>
    <message>
        <source>Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance makes.</source>
        <translation>{n} × {n} 个权重的平均值的变化幅度是打乱后的 {times} 倍：超出偶然。</translation>
    </message>
    <message>
        <source>Averages of {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here is what chance makes.</source>
        <translation>{n} × {n} 个权重的平均值的变化幅度是打乱后的 {times} 倍：这里看到的就是偶然形成的图案。</translation>
    </message>
    <message>
        <source>Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: more than chance makes.</source>
        <translation>{n} × {n} 个权重的大小的变化幅度是打乱后的 {times} 倍：超出偶然。</translation>
    </message>
    <message>
        <source>Sizes over {n} × {n} weights vary {times} times as much as in the shuffled matrix: what is seen here is what chance makes.</source>
        <translation>{n} × {n} 个权重的大小的变化幅度是打乱后的 {times} 倍：这里看到的就是偶然形成的图案。</translation>
    </message>
    <message>
        <source>{n} weight(s) [is|are] not a finite number, left empty and left out.</source>
        <translation>{n} 个权重不是有限的数，留空且不计入。</translation>
    </message>
    <message>
        <source>Standard deviation {spread}, mean {mean}, from {low} to {high}. Excess kurtosis {kurtosis} (normal: 0); {beyond} lie further than 3 standard deviations from the mean (normal: {normal}).</source>
        <translation>标准差 {spread}，平均值 {mean}，从 {low} 到 {high}。超额峰度 {kurtosis}（正态分布：0）；{beyond} 离平均值超过 3 个标准差（正态分布：{normal}）。</translation>
    </message>
    <message>
        <source>{n} weight(s) [is|are] exactly 0.</source>
        <translation>{n} 个权重恰好为 0。</translation>
    </message>
    <message>
        <source>A matrix of one row or column has one singular value, its length: {value}.</source>
        <translation>只有一行或一列的矩阵只有一个奇异值，即它的长度：{value}。</translation>
    </message>
    <message>
        <source>{above} of {n} singular values are larger than any of the shuffled matrix. Effective rank {effective} (shuffled: {shuffled}). Half of the sum of squares lies in the {half} largest (shuffled: {other}).</source>
        <translation>{n} 个奇异值中有 {above} 个大于打乱后矩阵的任何一个。有效秩 {effective}（打乱后：{shuffled}）。平方和的一半集中在最大的 {half} 个中（打乱后：{other}）。</translation>
    </message>
    <message>
        <source>One colour scale for all. Standard deviations from {low} to {high}; the heaviest tails in L{layer} (excess kurtosis {kurtosis}).</source>
        <translation>全部使用同一色标。标准差从 {low} 到 {high}；L{layer} 的尾部最重（超额峰度 {kurtosis}）。</translation>
    </message>
    <message>
        <source>What is shown varies {low} to {high} times as much as in the shuffled matrices.</source>
        <translation>所示内容的变化幅度是打乱后的 {low} 到 {high} 倍。</translation>
    </message>
    <message>
        <source>standard deviation {value}</source>
        <translation>标准差 {value}</translation>
    </message>
    <message>
        <source>excess kurtosis {value}</source>
        <translation>超额峰度 {value}</translation>
    </message>
    <message>
        <source>varies {times} × as much as shuffled</source>
        <translation>变化幅度为打乱后的 {times} 倍</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>one matrix</source>
        <translation>一个矩阵</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>sizes of the weights</source>
        <translation>权重的大小</translation>
    </message>
    <message>
        <source>singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>One matrix as a picture, that of every layer, or one of the charts below it, large.</source>
        <translation>一个矩阵的图像、每一层的图像，或放大显示其下方的一张图表。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>What the matrix does, or “by its name” for any that the checkpoint names.</source>
        <translation>矩阵的作用；选“按名称”可看检查点中的任何一个。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>each weight</source>
        <translation>每个权重</translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>moving size</source>
        <translation>滑动大小</translation>
    </message>
    <message>
        <source>Each weight by itself, the mean of a square of weights around it, or how large weights are there: their root mean square against that of the whole matrix.</source>
        <translation>每个权重本身；它周围一个方块内权重的平均值；或那里的权重有多大：其均方根与整个矩阵的均方根之比。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>In which order rows are shown; the shuffled matrix likewise.</source>
        <translation>行的显示顺序；打乱后的矩阵同样排序。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In which order columns are shown; the shuffled matrix likewise.</source>
        <translation>列的显示顺序；打乱后的矩阵同样排序。</translation>
    </message>
    <message>
        <source>Shuffled beside it</source>
        <translation>旁边显示打乱后</translation>
    </message>
    <message>
        <source>Shows the same weights shuffled beside the picture.</source>
        <translation>在图像旁显示打乱后的同样权重。</translation>
    </message>
    <message>
        <source>Averaged across</source>
        <translation>平均边长</translation>
    </message>
    <message>
        <source>Over how many rows and columns an average is taken.</source>
        <translation>在多少行和列上取平均。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s own name of the matrix to show.</source>
        <translation>要显示的矩阵在检查点中的名称。</translation>
    </message>
    <message>
        <source>Seed of the shuffle</source>
        <translation>打乱的随机种子</translation>
    </message>
    <message>
        <source>Another seed shuffles the weights to other places.</source>
        <translation>换一个种子，权重会被打乱到其他位置。</translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation>权重图像</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Each beside what chance makes</source>
        <translation>每张都与偶然对照</translation>
    </message>
    <message>
        <source>weight matrix</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation>峰度</translation>
    </message>
    <message>
        <source>Marchenko–Pastur</source>
        <translation>Marchenko–Pastur</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Any matrix of the model as a picture, beside the same weights shuffled: what is in both is chance. Zoom in for single weights, click one for its neuron or head.</source>
        <translation>模型的任何矩阵都显示为图像，旁边是打乱后的同样权重：两者都有的就是偶然。放大可看单个权重，点击可打开它的神经元或头。</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>weight; the colours end at 3 root mean squares</source>
        <translation>权重；颜色止于 3 倍均方根</translation>
    </message>
    <message>
        <source>average of the weights around; the colours end at 3 root mean squares</source>
        <translation>周围权重的平均值；颜色止于 3 倍均方根</translation>
    </message>
    <message>
        <source>size of the weights around, against the usual one</source>
        <translation>周围权重的大小，相对于平常大小</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>average weight</source>
        <translation>平均权重</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>the model&apos;s weights</source>
        <translation>模型的权重</translation>
    </message>
    <message>
        <source>the same weights shuffled (seed {seed})</source>
        <translation>打乱后的同样权重（种子 {seed}）</translation>
    </message>
    <message>
        <source>shuffled
{value}</source>
        <translation>打乱后
{value}</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱后</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Choose a model to see its weights: the menu Model lists those that can be loaded.</source>
        <translation>请先选择模型再看它的权重：“模型”菜单列出可以加载的模型。</translation>
    </message>
    <message>
        <source>Choose a matrix by its name above.</source>
        <translation>请在上方按名称选择矩阵。</translation>
    </message>
    <message>
        <source>This takes longer than some seconds with so many weights. “Compute” begins it.</source>
        <translation>权重很多，需要的时间不止几秒。点击“计算”开始。</translation>
    </message>
    <message>
        <source>Reading the weights …</source>
        <translation>正在读取权重 …</translation>
    </message>
    <message>
        <source>query (q)</source>
        <translation>查询（q）</translation>
    </message>
    <message>
        <source>key (k)</source>
        <translation>键（k）</translation>
    </message>
    <message>
        <source>value (v)</source>
        <translation>值（v）</translation>
    </message>
    <message>
        <source>attention output (o)</source>
        <translation>注意力输出（o）</translation>
    </message>
    <message>
        <source>MLP gate</source>
        <translation>MLP gate</translation>
    </message>
    <message>
        <source>MLP up</source>
        <translation>MLP up</translation>
    </message>
    <message>
        <source>MLP down</source>
        <translation>MLP down</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词元嵌入</translation>
    </message>
    <message>
        <source>position embedding</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>按存储顺序</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation>按相似度</translation>
    </message>
    <message>
        <source>by head, neuron or token kind</source>
        <translation>按头、神经元或词元类别</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Write a text, follow it on the map, and look into every layer.</source>
        <translation>写一段文本，在地图上跟随它，查看每一层。</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Lessons of ten minutes for a class and a projector, or for yourself.</source>
        <translation>每课十分钟，可用投影仪给全班讲，也可自学。</translation>
    </message>
    <message>
        <source>Make a figure</source>
        <translation>制作图</translation>
    </message>
    <message>
        <source>Compose views on a page for a talk or a paper.</source>
        <translation>把视图排成一页，用于报告或论文。</translation>
    </message>
    <message>
        <source>What would you like to do first?</source>
        <translation>先做什么？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not now; Help has all three</source>
        <translation>以后再说；三项都在“帮助”菜单中</translation>
    </message>
</context>
<context>
    <name>WhoSaysMaryView</name>
    <message>
        <source>zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Name choice (IOI)</source>
        <translation>人名选择（IOI）</translation>
    </message>
    <message>
        <source>Name choice</source>
        <translation>人名选择</translation>
    </message>
    <message>
        <source>Who says Mary?</source>
        <translation>谁说出 Mary？</translation>
    </message>
    <message>
        <source>IOI</source>
        <translation>IOI</translation>
    </message>
    <message>
        <source>indirect object identification</source>
        <translation>间接宾语识别</translation>
    </message>
    <message>
        <source>logit difference</source>
        <translation>logit 差</translation>
    </message>
    <message>
        <source>direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>name mover heads</source>
        <translation>名称移动头</translation>
    </message>
    <message>
        <source>ablation</source>
        <translation>消融</translation>
    </message>
    <message>
        <source>name movers</source>
        <translation>名称移动头</translation>
    </message>
    <message>
        <source>How far each head and MLP pushes the model towards one name rather than another, and what remains when each head is switched off.</source>
        <translation>每个头和 MLP 在多大程度上把模型推向一个名字而非另一个，以及逐一关闭各头后还剩多少。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>What the heads switched off are sorted by.</source>
        <translation>被关闭的头按什么排序。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Correct name</source>
        <translation>正确的名字</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>另一个名字</translation>
    </message>
    <message>
        <source>Direct logit attribution</source>
        <translation>直接 logit 归因</translation>
    </message>
    <message>
        <source>contribution to the logit difference</source>
        <translation>对 logit 差的贡献</translation>
    </message>
    <message>
        <source>Largest contributions</source>
        <translation>最大的贡献</translation>
    </message>
    <message>
        <source>Logit difference without each head</source>
        <translation>关闭各头后的 logit 差</translation>
    </message>
    <message>
        <source>Attention of the last token</source>
        <translation>最后一个词元的注意力</translation>
    </message>
    <message>
        <source>heads with the largest contributions, and the selected one</source>
        <translation>贡献最大的头，以及选中的头</translation>
    </message>
    <message>
        <source>Switching off every head of this model takes a while: press the button to begin.</source>
        <translation>逐一关闭此模型的所有头需要一些时间：点击按钮即可开始。</translation>
    </message>
    <message>
        <source>Every head is switched off in turn, in the loaded model.</source>
        <translation>在已加载的模型中逐一关闭每个头。</translation>
    </message>
    <message>
        <source>Choose names that are a single token in this model, for example {names}.</source>
        <translation>请选择在此模型中只占一个词元的名字，例如 {names}。</translation>
    </message>
    <message>
        <source>Load a model to see which of its heads and MLPs choose between two names.</source>
        <translation>加载模型后，可看它的哪些头和 MLP 在两个名字之间作出选择。</translation>
    </message>
    <message>
        <source>Splitting the logit difference into contributions. This needs the model and takes a moment.</source>
        <translation>正在把 logit 差拆成各项贡献。这需要模型，请稍候。</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Generate a text and follow it on the map, with the tokens that could have come next.</source>
        <translation>生成文本并在地图上跟踪它，同时看到原本可能接上的词元。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>embedding map</source>
        <translation>嵌入地图</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>制图</translation>
    </message>
    <message>
        <source>Compose views on a page for a paper, a talk or a poster, and save or copy it.</source>
        <translation>在页面上编排视图，用于论文、演讲或海报，并可保存或复制。</translation>
    </message>
    <message>
        <source>figure studio</source>
        <translation>制图工作室</translation>
    </message>
    <message>
        <source>panels</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Single view</source>
        <translation>单视图</translation>
    </message>
    <message>
        <source>One view, as large as the window; for talks and screenshots.</source>
        <translation>单个视图铺满窗口；用于演讲和截图。</translation>
    </message>
    <message>
        <source>presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>one view</source>
        <translation>单个视图</translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>Interventions: switch off, scale or patch components and measure what changes.</source>
        <translation>干预：关闭、缩放或修补组件，测量有何变化。</translation>
    </message>
    <message>
        <source>Analogies</source>
        <translation>类比</translation>
    </message>
    <message>
        <source>Offsets between words: king − man + woman with its baselines, beside the map of the words.</source>
        <translation>词与词之间的偏移：king − man + woman 及其基线，旁边是这些词的地图。</translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation>词向量</translation>
    </message>
    <message>
        <source>directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Which earlier tokens each head attends to, and which heads matter.</source>
        <translation>每个头关注前面的哪些词元，以及哪些头重要。</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号模型</translation>
    </message>
    <message>
        <source>A tiny transformer that learned to close brackets, and where it stops being correct.</source>
        <translation>一个学会闭合括号的微型 Transformer，以及它从何处开始出错。</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Every continuation of the text as a tree, and two of them side by side in tokens, logit lens and map.</source>
        <translation>以树显示文本的所有续写，并以词元、logit 透镜和地图并排对比其中两个。</translation>
    </message>
    <message>
        <source>tree of branches</source>
        <translation>分支树</translation>
    </message>
    <message>
        <source>compare branches</source>
        <translation>比较分支</translation>
    </message>
    <message>
        <source>Hello/Bye</source>
        <translation>重复词</translation>
    </message>
    <message>
        <source>One word ten times, then another: what repetition looks like inside the model.</source>
        <translation>一个词说十遍，再说另一个：重复在模型内部是什么样子。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>How the text moves through a space, and whether it moves otherwise than by chance.</source>
        <translation>文本如何在空间中移动，以及其移动是否有别于随机。</translation>
    </message>
    <message>
        <source>laws of motion</source>
        <translation>运动定律</translation>
    </message>
    <message>
        <source>trajectory</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Let a class vote on the next token before it sees what the model expects.</source>
        <translation>让全班在看到模型的预期之前先对下一个词元投票。</translation>
    </message>
    <message>
        <source>classroom</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Shannon game</source>
        <translation>香农游戏</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>What comes before and beneath a language model: tables of letters and words, fitted curves, small networks, weights as pictures; most of it needs no model.</source>
        <translation>语言模型之前和之下的东西：字母和单词的统计表、拟合的曲线、小网络、作为图画的权重；大部分不需要模型。</translation>
    </message>
    <message>
        <source>basics</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>how neural networks learn</source>
        <translation>神经网络怎样学习</translation>
    </message>
    <message>
        <source>playground</source>
        <translation>游乐场</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Sparse dictionaries of the model&apos;s activations: train one, read its features, steer with them and see which of them made a token.</source>
        <translation>模型激活的稀疏字典：训练字典、阅读其特征、用特征引导生成，并查看哪些特征造成了某个词元。</translation>
    </message>
    <message>
        <source>sparse autoencoder</source>
        <translation>稀疏自编码器</translation>
    </message>
    <message>
        <source>SAE</source>
        <translation>SAE</translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>interpretability</source>
        <translation>可解释性</translation>
    </message>
</context>
<context>
    <name>token_kinds</name>
    <message>
        <source>word start</source>
        <translation>词首</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>词的延续</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>other script</source>
        <translation>其他文字</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>special</source>
        <translation>特殊</translation>
    </message>
</context>
<context>
    <name>token_text</name>
    <message>
        <source>token {id}</source>
        <translation>词元 {id}</translation>
    </message>
    <message>
        <source>{quoted} · token {id} · bytes {bytes} · {kind}</source>
        <translation>{quoted} · 词元 {id} · 字节 {bytes} · {kind}</translation>
    </message>
</context>
</TS>
