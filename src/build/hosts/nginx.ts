import { ASKED_ANEW, FOR_EVER, type HostSite } from "./host-site";

/** By their own table, so that nothing hangs on what the machine's says. */
const TYPES = `
    text/html html;
    text/css css;
    text/plain txt;
    text/calendar ics;
    text/javascript js;
    application/json json;
    application/manifest+json webmanifest;
    image/svg+xml svg;
    image/png png;
    image/jpeg jpg jpeg;
    image/webp webp;
    image/avif avif;
    image/x-icon ico;
    font/woff2 woff2;`;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
const inPattern = (text: string): string => text.replace(/[.*+?^()[\]{}|\\]/g, "\\$&");

/** A whole, working configuration for nginx 1.18 and later: the site, and the mirror of its feed. */
export function nginxFile(site: HostSite): string {
  const { base, name, feed, headers } = site;
  return `# nginx for ${oneLine(name)}. The build wrote it together with dist/: its policy names the styles of that build.
# dist/ lies beside the folder of this file. To run both as they are:
#   nginx -p dist-host/ -c nginx.conf -g 'daemon off;'

worker_processes auto;
worker_rlimit_nofile 8192;
pid nginx.pid;
error_log stderr warn;

events {
  worker_connections 4096;
}

http {
  # Relative paths count from the folder that "nginx -p" names. nginx makes these; it needs no root for them.
  client_body_temp_path temp_body;
  proxy_temp_path temp_proxy;
  fastcgi_temp_path temp_fastcgi;
  scgi_temp_path temp_scgi;
  uwsgi_temp_path temp_uwsgi;

  types {${TYPES}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/plain text/calendar text/javascript application/json;

  sendfile on;
  tcp_nopush on;
  keepalive_timeout 20s;
  server_tokens off;
  # Nobody's visit is written down.
  access_log off;
  log_not_found off;

  gzip on;
  gzip_comp_level 5;
  gzip_min_length 1024;
  gzip_proxied any;
  gzip_vary on;
  gzip_types text/css text/plain text/calendar text/javascript application/json application/manifest+json image/svg+xml;

  # What is in assets/ has a hash in its name. (What is not there has the address of the page that says so.)
  map $uri $kept {
    default ${quoted(ASKED_ANEW)};
    "~^${inPattern(base)}assets/" ${quoted(FOR_EVER)};
  }
${feed ? cacheOf() : ""}
  server {
    # Another port is set here. A service worker needs https: either in front of this, or by
    #   listen 443 ssl;
    #   ssl_certificate …; ssl_certificate_key …;
    listen 8080;
    absolute_redirect off;

${Object.entries(headers)
  .map(([header, value]) => `    add_header ${header} ${quoted(value)} always;`)
  .join("\n")}
    add_header Cache-Control $kept always;
    # Yours to decide, once the whole domain is served by https and will be:
    #   add_header Strict-Transport-Security "max-age=31536000" always;

    error_page 404 ${base}404.html;

    location ${base} {
      alias ../dist/;
      index index.html;
    }
    location ${base}assets/ {
      alias ../dist/assets/;
      # The build has compressed these.
      gzip_static on;
    }
    location = ${base}_headers {
      return 404;
    }
    # The service worker takes what is shared to the installed app. Where there is none yet, the page does.
    location = ${base}share {
      return 303 ${base}#/conferences;
    }${base === "/" ? "" : baseWithoutSlash(base)}${feed ? mirrorAt(site) : ""}
  }
${feed ? judgeOf(feed) : ""}}
`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

const baseWithoutSlash = (base: string): string => `
    location = ${base.slice(0, -1)} {
      return 301 ${base};
    }`;

const cacheOf = (): string => `
  # The last good copy of the feed outlives the feed's server, and a restart of this one.
  proxy_cache_path cache_feed levels=1 keys_zone=feed:1m max_size=64m inactive=30d use_temp_path=off;

  # Only a calendar is one: not a login page, an error, or the way to somewhere else. (Some servers of files
  # call a calendar plain text or nothing in particular.)
  map "$upstream_status $upstream_http_content_type" $refused {
    default /refused;
    "~^304 " "";
    "~*^200 (text/calendar|text/plain|application/octet-stream|binary/octet-stream)" "";
  }
`;

/** Headers of the feed's server that would speak for this site. */
const NOT_THEIRS = [
  "Access-Control-Allow-Credentials",
  "Access-Control-Allow-Origin",
  "Alt-Svc",
  "Cache-Control",
  "Clear-Site-Data",
  "Content-Security-Policy-Report-Only",
  "Expires",
  "Link",
  "NEL",
  "Permissions-Policy",
  "Pragma",
  "Refresh",
  "Report-To",
  "Reporting-Endpoints",
  "Set-Cookie",
  "Strict-Transport-Security",
  "Vary",
  "X-Powered-By",
];

const mirrorAt = ({ base, headers }: HostSite): string => `
    # The mirror: asks the feed's server at most twice a minute, for whatever crowd, and serves the last good
    # copy where it fails; the copy of the build where there is none. Old copies go with the folder cache_feed.
    location = ${base}schedule.ics {
      proxy_pass http://127.0.0.1:8081/judged;
      # Nothing of who asks goes on to the feed's server.
      proxy_pass_request_headers off;
      proxy_pass_request_body off;
      proxy_connect_timeout 2s;
      proxy_read_timeout 8s;

      proxy_cache feed;
      proxy_cache_key feed;
      proxy_cache_valid 200 30s;
      proxy_cache_revalidate on;
      proxy_cache_lock on;
      # Who asks while a new copy is under way has the old one. Nobody has it instead of the new one: an hour
      # in which nobody asked would make it an hour old.
      proxy_cache_use_stale error timeout invalid_header updating http_403 http_404 http_429 http_500 http_502 http_503 http_504;
      proxy_ignore_headers Cache-Control Expires Set-Cookie Vary X-Accel-Expires;
${[...Object.keys(headers), ...NOT_THEIRS].map((header) => `      proxy_hide_header ${header};`).join("\n")}

      proxy_intercept_errors on;
      error_page 403 404 429 500 502 503 504 = @built;
    }
    location @built {
      root ../dist;
      try_files /schedule.ics =404;
    }`;

const judgeOf = (feed: string): string => `
  # Between mirror and feed: makes an error of every answer that is no calendar.
  server {
    listen 127.0.0.1:8081;

    location = /judged {
      proxy_pass http://127.0.0.1:8081/feed;
      proxy_read_timeout 7s;
    }
    location = /refused {
      internal;
      return 502;
    }
    location = /feed {
      set $feed ${quoted(feed)};
      # A name server that this machine may ask: the address behind the feed's name may change while nginx runs.
      # What is asked has to answer by itself; nginx follows no redirect.
      resolver 1.1.1.1 9.9.9.9 valid=5m;
      resolver_timeout 3s;
      proxy_pass $feed;
      proxy_http_version 1.1;
      proxy_set_header Host ${new URL(feed).host};
      proxy_set_header Connection "";
      proxy_connect_timeout 3s;
      proxy_read_timeout 5s;
      proxy_next_upstream_timeout 6s;
${feed.startsWith("https:") ? TLS : ""}
      # What the feed's server says to nginx is no order.
      proxy_ignore_headers X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset;
      proxy_hide_header X-Accel-Redirect;
      add_header X-Accel-Redirect $refused always;
    }
  }
`;

const TLS = `      proxy_ssl_server_name on;
      proxy_ssl_verify on;
      proxy_ssl_verify_depth 4;
      proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
`;
