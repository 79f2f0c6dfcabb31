/// How an advice looks: on paper (Letter, headers repeated, no row cut), on a desk, and at 360 pixels.
enum AdviceStyle {
    static let css = """
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:72rem;padding:1rem;background:#fff;color:#1a1a1a;
          font:1rem/1.45 system-ui,"Segoe UI","DejaVu Sans",Arial,sans-serif}
        h1{font-size:1.6rem;margin:.2rem 0}
        h2{font-size:1.15rem;margin:1.8rem 0 .4rem;border-bottom:2px solid #1a4f8b;padding-bottom:.2rem}
        .program{margin:0;color:#444}
        .facts{display:flex;flex-wrap:wrap;gap:.2rem 2rem;margin:.8rem 0}
        .facts div{display:flex;gap:.5rem}
        dt{color:#444}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption{text-align:left;color:#444;padding:.2rem 0}
        th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #c4c9d0}
        th{background:#e8eef5}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .d{white-space:nowrap}
        tfoot th,tfoot td{border-top:2px solid #1a1a1a;font-weight:700;background:#f5f5f5}
        .explained tr:first-child td{border-bottom:0}
        .why td{border-bottom:2px solid #c4c9d0;padding-left:1.5rem}
        .why ul{margin:0;padding-left:1.1rem}
        .why .next{display:block}
        .why .policy{color:#444}
        .back td{font-style:italic}
        .sum{max-width:26rem}
        .sum tr:last-child>*{border-top:2px solid #1a1a1a;font-weight:700}
        @media(max-width:46rem){
          body{padding:.6rem}
          .lines thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
          .lines,.lines caption,.lines tbody,.lines tfoot,.lines tr,.lines td,.lines th{display:block}
          .lines tbody{border:1px solid #8a929c;border-radius:.3rem;margin:.6rem 0;padding:.3rem}
          .lines td,.lines tfoot th{border:0;padding:.15rem .3rem}
          .lines td[data-label]{display:flex;justify-content:space-between;gap:1rem;white-space:normal;
            overflow-wrap:anywhere;text-align:right}
          .lines td[data-label]::before{content:attr(data-label);color:#444;text-align:left}
          .explained tr:first-child td{border-bottom:0}
        .why td{border:0}
        }
        @page{size:letter landscape;margin:.6in}
        @media print{
          body{max-width:none;padding:0;font-size:9pt}
          h1{font-size:14pt}h2{font-size:11pt;margin-top:10pt}
          table{font-size:8pt}
          th,td{padding:1.5pt 4pt}
          thead{display:table-header-group}
          tfoot{display:table-row-group}
          tr,.group{break-inside:avoid}
          h2{break-after:avoid}
          *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }

        """
}
