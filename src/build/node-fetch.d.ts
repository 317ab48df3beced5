// Node's fetch takes the cache mode, like every fetch; its declarations have forgotten it.
interface RequestInit {
  cache?: "no-cache";
}
