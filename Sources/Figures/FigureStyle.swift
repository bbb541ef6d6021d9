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
      .stroke{fill:none;stroke:var(--c);stroke-width:14}
      .grid{stroke:var(--rule);stroke-width:1}
      .reference{stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:5 4}
      .limit{fill:none;stroke:var(--text);stroke-width:2.2}
      .tick{fill:var(--quiet);font-size:11.5px}
      .axis{fill:var(--text)}
      .middle{text-anchor:middle}
      .end{text-anchor:end}
      @media print{figure svg{min-width:0}.mark,.bar,.stroke{print-color-adjust:exact}}

      """
}
