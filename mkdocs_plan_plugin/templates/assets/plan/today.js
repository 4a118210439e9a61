/* Moves today's line and label in each timeline to the day on which the page is viewed. */
(() => {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  // In percent of a chart on a phone, as in axis.py
  const width = (text) => 2.4 * [...text.textContent].reduce((sum, letter) => sum + 1 + (letter > "\u1100"), 1);
  const start = (text) =>
    parseFloat(text.getAttribute("x")) -
    width(text) * { start: 0, middle: 0.5, end: 1 }[text.getAttribute("text-anchor")];
  const show = (mark, isShown) => mark.setAttribute("visibility", isShown ? "visible" : "hidden");
  for (const chart of document.querySelectorAll("[data-plan-today]")) {
    if (Date.parse(chart.dataset.planToday) === today) continue;
    const day = (today - Date.parse(chart.dataset.planOrigin)) / 864e5 + 0.5;
    const x = (100 * day) / chart.dataset.planDays;
    const isOn = x >= 0 && x <= 100;
    for (const mark of chart.querySelectorAll(".plan-today")) {
      show(mark, isOn);
      for (const at of ["x", "x1", "x2"]) if (mark.hasAttribute(at)) mark.setAttribute(at, x + "%");
    }
    const label = chart.querySelector("text.plan-today");
    const half = width(label) / 2;
    label.setAttribute("text-anchor", x < half ? "start" : x > 100 - half ? "end" : "middle");
    for (const text of chart.querySelectorAll("text:not(.plan-today)"))
      show(text, !isOn || start(text) > start(label) + width(label) || start(text) + width(text) < start(label));
  }
})();
