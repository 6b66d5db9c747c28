window.lanescopeIndex=
[["C","c.html","",""],["B","bare/b.html","","Text of b."],["The guide","guide/index.html","",""],["A","guide/a.html","Deep","Text of a."]]