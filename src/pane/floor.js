/* Plain ES5 outside the bundle: Excel 2016 and 2019 run add-ins in Internet Explorer 11. */
(function () {
  function show(id) {
    var element = document.getElementById(id);
    if (element) element.style.display = "block";
  }
  if (typeof Office === "undefined") {
    show("no-office");
    return;
  }
  // Outside Office, onReady may never answer; then this page says where it belongs.
  var waiting = setTimeout(function () {
    show("no-excel");
  }, 4000);
  Office.onReady(function (information) {
    clearTimeout(waiting);
    if (!information || information.host !== "Excel") {
      show("no-excel");
      return;
    }
    document.getElementById("no-excel").style.display = "none";
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) show("too-old");
  });
})();
