
"use strict";
const film = document.querySelector("video");
function seek(event) {
  const place = event.target.closest("[data-at]");
  if (!place || !film) return;
  film.currentTime = Number(place.dataset.at) / 1000;
  film.scrollIntoView({ block: "nearest" });
}
document.addEventListener("click", seek);
