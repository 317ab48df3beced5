import { Db } from "./db";
import { serveFeeds } from "./serve-feeds";

serveFeeds(self, (base) => new Db(base));
