/* Moves today's line of each timeline to the day on which the page is read. */
(() => {
  const move = () => {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    for (const chart of document.querySelectorAll("[data-plan-origin]")) {
      const day = (today - Date.parse(chart.dataset.planOrigin)) / 864e5 + 0.5;
      const x = (100 * day) / chart.dataset.planDays;
      const lines = chart.querySelectorAll(".plan-today");
      const said = chart.parentNode.querySelector("[data-plan-today]");
      if (!lines.length || !said || x < 0 || x > 100) continue;
      for (const line of lines) for (const end of ["x1", "x2"]) line.setAttribute(end, x + "%");
      if (said.dataset.planToday) said.prepend(said.dataset.planToday + " · ");
      said.dataset.planToday = "";
    }
  };
  // Material loads pages without loading scripts again.
  window.document$ ? window.document$.subscribe(move) : move();
})();
