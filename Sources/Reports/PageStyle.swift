import Figures

/// The one style sheet of a report's HTML form.
enum PageStyle {
  static let styleSheet = Palette.styleSheet + "\n" + page + FigureStyle.styleSheet

  /// Wide content scrolls in its own box, never the page.
  private static let page = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--background);color:var(--text);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    main{max-width:1180px;margin:0 auto;padding:1.2rem clamp(.8rem,3vw,2rem) 4rem}
    h1,h2{line-height:1.25;overflow-wrap:anywhere}
    h1{font-size:1.7rem;margin:.6rem 0}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-top:.5rem;border-top:1px solid var(--rule)}
    p{max-width:75ch;margin:.6rem 0;overflow-wrap:anywhere}
    a{color:var(--accent)}
    nav{font-size:.9rem;margin:.8rem 0}
    nav a{display:inline-block;margin-right:1rem}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9rem;margin:.4rem 0;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem .75rem;border-bottom:1px solid var(--rule);text-align:left;
    white-space:nowrap}
    td.long{white-space:normal;min-width:22ch}
    th{background:var(--shade);font-weight:600}
    .number{text-align:right}
    th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
    [aria-sort=ascending] button::after{content:" ↑"}
    [aria-sort=descending] button::after{content:" ↓"}
    pre{background:var(--shade);padding:.8rem 1rem;overflow-x:auto;border-radius:.3rem;
    font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
    summary{cursor:pointer;color:var(--accent);font-size:.9rem;width:fit-content}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    @media print{main{max-width:none;padding:0}nav,.tools{display:none}.scroll,pre{overflow:visible}
    pre{white-space:pre-wrap;overflow-wrap:anywhere}h2{break-after:avoid}tr{break-inside:avoid}
    table{font-size:7.5pt}th,td,td.long{padding:.15rem .35rem;min-width:0;white-space:normal;
    overflow-wrap:anywhere}td.number{white-space:nowrap}}

    """
}
