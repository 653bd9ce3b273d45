// Loads the page again once thidua serve has a newer build than the one this
// page is of. A hidden tab gives its connection back, because a browser keeps
// only six to one host, and catches up when it is seen again. It says which page
// it shows, so that this one is ready first.
{
  const mine = document.currentScript.dataset.build;
  let events;

  const follow = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("/__thidua/events?page=" + encodeURIComponent(location.pathname));
    events.onmessage = ({ data }) => {
      if (data === mine) return;
      events.close();
      location.reload();
    };
  };

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", () => events?.close());
  follow();
}
