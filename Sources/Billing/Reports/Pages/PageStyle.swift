/// The stylesheet that all pages share: system fonts, one quiet colour per outcome with its word always beside it,
/// every colour of letters at least 4.5:1 against its ground.
enum PageStyle {
    static let source: StaticString = """
        :root{--ink:#1c2329;--soft:#505c67;--rule:#d3d9df;--ground:#f4f6f8;--link:#1d4e7c;
        --paid:#27597f;--cut:#945400;--denied:#9a2f2f;--held:#65529a;--withdrawn:#66727d;--rejected:#4a545d}
        *{box-sizing:border-box}
        html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",
        Arial,sans-serif;
        color:var(--ink);background:#fff;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:5rem}
        body{margin:0}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,[tabindex]:focus-visible{
        outline:3px solid #1d4e7c;outline-offset:2px}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:9}
        header,main,footer,nav,#filter,#filtered{max-width:82rem;margin:0 auto;padding:0 1.5rem}
        header{padding-top:2rem}
        .kicker{margin:0;color:var(--soft);font-size:.875rem;letter-spacing:.02em}
        h1{font-size:2rem;line-height:1.2;margin:.1rem 0 .25rem;font-weight:650;letter-spacing:-.01em}
        h2{font-size:1.375rem;line-height:1.3;margin:3rem 0 .5rem;font-weight:650}
        h3{font-size:1.0625rem;line-height:1.35;margin:1.75rem 0 .5rem;font-weight:650}
        p{margin:.5rem 0;max-width:46rem}
        .lead{font-size:1.125rem;line-height:1.5;max-width:56rem;margin:1rem 0 .25rem}
        .note,caption,small,.more{color:var(--soft);font-size:.875rem}
        small{font-size:.8125rem}
        nav{margin-top:1rem}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:.6rem 0;
        border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
        .grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 3rem;align-items:start}
        .grid>div>h3:first-child{margin-top:1.5rem}
        table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;
        font-variant-numeric:tabular-nums lining-nums}
        caption{text-align:left;padding:0 0 .4rem;caption-side:top}
        th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);
        overflow-wrap:break-word}
        th:first-child,td:first-child{padding-left:0}
        th:last-child,td:last-child{padding-right:0}
        thead th{font-weight:600;color:var(--soft);border-bottom:2px solid var(--ink);vertical-align:bottom}
        tbody th{font-weight:600}
        .n,.figures td,.figures thead th{text-align:right}
        .n,.w,.figures td{white-space:nowrap}
        .figures thead th:first-child{text-align:left}
        .sum th,.sum td{border-top:1px solid var(--ink);border-bottom:2px solid var(--ink);font-weight:650}
        .sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 1.5rem;align-items:start}
        .verdict{font-weight:650;margin:.75rem 0 0}
        .verdict span{display:inline-block;border:1px solid currentColor;border-radius:2px;
        padding:0 .4rem}
        .list{table-layout:fixed}
        .cases caption,.payments caption,.corrections caption{position:absolute;width:1px;height:1px;overflow:hidden;
        clip-path:inset(50%)}
        .list th:first-child,.list td:first-child{padding-left:.6rem}
        .list th:last-child,.list td:last-child{padding-right:.6rem}
        .list .group th,.list .group td{background:var(--ground);padding-top:.5rem;padding-bottom:.5rem;font-weight:600}
        .list .group td{text-align:right}
        .list .group span{font-weight:400;color:var(--soft);margin-left:.75rem}
        .list .group .more{font-style:italic}
        .flat .group{display:none}
        .of{display:none}
        .flat .of{display:inline}
        td small,th small{display:block;font-weight:400}
        thead button{all:unset;cursor:pointer;padding-left:.2em;font-size:.75em}
        thead button:focus-visible{outline:3px solid #1d4e7c;outline-offset:1px}
        thead button::before{content:"\\2195"}
        thead th:has(button){cursor:pointer}
        thead th:has(button):hover,[aria-sort]{color:var(--ink)}
        [aria-sort=ascending] button::before{content:"\\2191"}
        [aria-sort=descending] button::before{content:"\\2193"}
        .tag{font-weight:650;white-space:nowrap}
        .tag.reject,.tag.deny{color:var(--denied)}.tag.pend{color:var(--held)}.tag.reduce{color:var(--cut)}
        .tag.warn,.tag.skip{color:var(--soft)}
        [data-list]{margin-top:1.25rem}
        .agency{border-top:1px solid var(--ink);margin-top:2.5rem}
        .agency h3{margin-top:.75rem;font-size:1.1875rem}
        .piece{content-visibility:auto;contain-intrinsic-size:auto 60rem}
        .short .piece{contain-intrinsic-size:auto 20rem}
        svg{display:block;overflow:visible;max-width:46rem}
        svg text{font-size:13px;fill:var(--ink);font-variant-numeric:tabular-nums}
        svg .value{font-weight:600}
        .track{fill:#e6eaee}.paid,.plain{fill:var(--paid)}.cut{fill:var(--cut)}.denied{fill:var(--denied)}
        .held{fill:var(--held)}.withdrawn{fill:var(--withdrawn)}.rejected{fill:var(--rejected)}
        .mark{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
        #filter{position:sticky;top:0;z-index:3;max-width:none;background:#fff;border-bottom:1px solid var(--rule)}
        #filter>div{max-width:79rem;margin:0 auto;padding:.6rem 0;display:flex;flex-wrap:wrap;
        gap:.4rem 1rem;align-items:end}
        #filter[hidden],#filtered[hidden]{display:none}
        #filter label{font-size:.8125rem;color:var(--soft);display:grid;gap:.1rem}
        #filter input,#filter select,#filter button{font:inherit;font-size:.875rem;color:var(--ink);height:2.1rem;
        padding:0 .5rem;border:1px solid #7b8792;border-radius:3px;background:#fff;max-width:100%}
        #filter input{width:13rem}#filter select{width:11rem}
        #shown{margin:0 0 .35rem auto;font-size:.8125rem;color:var(--soft)}
        #filtered{padding-top:.6rem;font-weight:600}
        footer{margin-top:4rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--rule)}
        dl.words{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;font-size:.875rem;margin:.5rem 0}
        dl.words dt{font-weight:600}dl.words dd{margin:0}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;margin:.25rem 0 .75rem;font-size:.875rem;color:var(--soft)}
        .key svg{display:inline-block;vertical-align:-1px;margin-right:.35rem}
        @media screen and (max-width:719px){
        html{font-size:15px;scroll-padding-top:1rem}
        header,main,footer,nav,#filter,#filtered{padding-left:1rem;padding-right:1rem}
        header{padding-top:1.25rem}
        h1{font-size:1.625rem}
        .grid,.sides{display:block}.sides table+table{margin-top:1rem}
        table{font-size:.8125rem}th,td{padding-left:.3rem;padding-right:.3rem}
        #filter{position:static}#filter label,#filter input,#filter select{width:100%}#shown{margin-left:0}
        .list,.list tbody,.list tr,.list th,.list td,.list caption{display:block}
        .list thead{display:none}
        .list tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
        .list tr.group{padding:0;border:0;background:var(--ground)}
        .list tr.group th{width:auto;border:0}
        .list tr.group td{border:0;padding:0 .6rem .5rem;text-align:left}
        .list tr.group td:not(.always){display:none}
        .list tr:not(.group)>*{position:relative;width:auto;min-height:1.4em;padding:.1rem 0 .1rem 7.5rem;
        border:0;text-align:left;white-space:normal}
        .list tr:not(.group)>*::before{position:absolute;left:0;width:7rem;color:var(--soft);font-weight:400}
        .list tr:not(.group)>:empty{display:none}
        .list [hidden]{display:none}
        .list .group span{display:block;margin-left:0}
        svg .value{font-size:12px}
        dl.words{grid-template-columns:1fr}
        }
        @media print{
        @page{size:letter;margin:.5in .5in .6in}
        @page wide{size:letter landscape;margin:.55in .6in .6in}
        html{font-size:9.5pt;line-height:1.4}
        header,main,footer,nav,#filtered{max-width:none;padding:0}
        header{padding:0}
        nav,#filter,.skip,thead button{display:none}
        h1{font-size:17pt}h2{font-size:13pt;margin:16pt 0 4pt}h3{font-size:9.5pt;margin:9pt 0 2pt}
        header+section,main>section:first-child h2{display:none}
        .grid{gap:0 20pt}.grid>div>h3:first-child{margin-top:8pt}
        .lead{font-size:10pt;margin:7pt 0 0;max-width:none}
        p{max-width:none}
        table{font-size:7.5pt;line-height:1.3}th,td{padding:2pt 3.5pt}
        .note,caption,small,.key,dl.words{font-size:7pt}
        svg text{font-size:11px}
        a{color:inherit;text-decoration:none}
        h1,h2,h3,caption,.group,.lead{break-after:avoid;break-inside:avoid}
        thead{display:table-header-group}
        tr,figure,svg,.whole{break-inside:avoid}
        .piece{content-visibility:visible}
        .wide{page:wide}.wide,.sheet{break-before:page}
        .agency{break-before:page;border-top:0;margin-top:0}
        .agency.first{break-before:avoid}
        footer{margin-top:12pt}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }

        """
}
