/// How pictures look; goes into the page's one style sheet, after the palette's.
public enum FigureStyle {
  public static let styleSheet: String =
    Palette.series.indices.map { ".c\($0){--c:var(--series-\($0))}" }.joined() + """
      figure{margin:1.2rem 0;break-inside:avoid}
      figcaption{margin-bottom:.4rem;color:var(--quiet)}
      figcaption strong{color:var(--text)}
      figure svg{display:block;width:100%;min-width:620px;max-width:1000px;height:auto;
      font:12px system-ui,sans-serif}
      figure .gantt{min-width:820px;max-width:none}
      .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.3rem 0;padding:0;list-style:none;
      font-size:.85rem}
      .legend svg{display:inline-block;width:.9rem;min-width:0;height:.9rem;margin-right:.35rem;
      vertical-align:-.1rem}
      .mark,.bar{fill:var(--c);stroke:var(--background);stroke-width:.6}
      .mark:hover,.bar:hover{stroke:var(--text);stroke-width:1.5}
      .curve{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round}
      .band{fill:var(--c);fill-opacity:.2}
      .reading{fill:transparent}
      .reading:hover{fill:var(--quiet);fill-opacity:.25}
      .stroke{fill:none;stroke:var(--c);stroke-width:14}
      .wire{stroke:var(--c)}
      .thin{stroke-width:2}
      .box{fill:var(--shade);stroke:var(--rule)}
      .idle{fill:var(--shade);stroke:var(--rule)}
      .on{fill:var(--background);font-size:11px;font-weight:600;pointer-events:none}
      .strong{font-weight:600}
      figure .fixed{width:auto;min-width:0;max-width:none}
      .grid{stroke:var(--rule);stroke-width:1}
      .reference{stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:5 4}
      .limit{fill:none;stroke:var(--text);stroke-width:2.2}
      .tick{fill:var(--quiet);font-size:11.5px}
      .axis{fill:var(--text)}
      .middle{text-anchor:middle}
      .end{text-anchor:end}
      .tools{display:flex;gap:.4rem;margin:.3rem 0}
      .tools button{font:inherit;font-size:.85rem;padding:.15rem .6rem;color:var(--text);
      background:var(--shade);border:1px solid var(--quiet);border-radius:.3rem}
      .tip{position:fixed;z-index:1;padding:.3rem .6rem;pointer-events:none;white-space:pre;
      font-size:.8rem;color:var(--background);background:var(--text);border-radius:.3rem}
      @media print{figure svg,figure .gantt,figure .fixed{min-width:0;max-width:100%}
      figure .legend svg{width:.9rem}.tools{display:none}.mark,.bar,.stroke{print-color-adjust:exact}}

      """
}
