#pragma once

#include <string_view>

namespace respnet::report {

/// The page's style sheet. Colours and type are those of the pictures (viz/palette.hpp).
inline constexpr std::string_view kStyle = R"css(
:root{--ink:#1F2937;--muted:#5B6675;--rule:#E3E7ED;--card:#fff;--page:#F4F6F9;--lead:#0B3C6F;--other:#8093A8;--accent:#D55E00}
*{box-sizing:border-box}
html{scroll-padding-top:3.6rem}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header,main,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:28px;padding-bottom:14px}
h1{font-size:26px;line-height:1.3;margin:0 0 4px}
h2{font-size:18px;margin:0 0 10px}
h3{font-size:15px;margin:18px 0 6px}
p{margin:0 0 8px}
.muted,.source{color:var(--muted)}
nav{position:sticky;top:0;z-index:2;background:#fffffff2;border-block:1px solid var(--rule)}
nav ul{max-width:1180px;margin:0 auto;padding:8px 24px;display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none}
a{color:var(--lead);text-underline-offset:3px}
nav a{text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
section{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:18px 20px;margin:16px 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:0;padding:10px 4px}
.figures div{padding:6px 16px;border-left:1px solid var(--rule)}
.figures div:first-child{border-left:0}
.figures b{display:block;font-size:26px;line-height:1.3}
.findings{margin:0;padding-left:1.4em}
.findings li{margin:0 0 10px}
.picture{overflow-x:auto;text-align:center}
.picture svg{max-width:100%;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--muted);padding-bottom:6px}
th,td{padding:5px 10px;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
thead th{color:var(--muted);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--rule)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
td.n{white-space:nowrap}
tbody th{min-width:4em}
tbody th:has(a){min-width:11em}
.scroll+.scroll,div+div>.scroll{margin-top:18px}
.h1{background:#F4F6F9}.h2{background:#D3E2F2}.h3{background:#A5C6E5}.h4{background:#6FA3D3}.h5{background:#2F6FAF;color:#fff}.h6{background:#0B3C6F;color:#fff}
tr:target td,tr:target th{background:#FFF1E6}
tbody th{font-weight:600}
.group{color:var(--muted);font-size:12px;border:1px dashed var(--muted);border-radius:4px;padding:0 4px;margin-left:6px;white-space:nowrap}
.clause{color:var(--muted);font-size:13px}
details{margin:8px 0}
summary{cursor:pointer}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:0}
dt{font-weight:600}
dd{margin:0}
code{font-family:"Noto Sans Mono CJK SC",ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere}
footer{color:var(--muted);padding-bottom:40px;font-size:13px}
@media(max-width:720px){header,main,footer{padding-inline:12px}nav ul{padding-inline:12px}section{padding:14px 12px}dl{grid-template-columns:1fr}}
@media print{@page{size:A4;margin:14mm}body{background:#fff;font-size:10.5pt}nav{display:none}section{border:0;padding:0;margin:0 0 8mm}header,main,footer{max-width:none;padding:0}.picture svg{max-height:250mm}thead{display:table-header-group}tr{break-inside:avoid}details>*{display:block}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace respnet::report
