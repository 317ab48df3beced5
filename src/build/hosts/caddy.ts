import { ASKED_ANEW, CALENDAR, FOR_EVER, type HostSite } from "./host-site";

/** A whole Caddyfile for Caddy 2.6 and later. */
export function caddyFile({ base, name, feed, headers }: HostSite): string {
  const all = Object.entries(headers).map(([header, value]) => `\t\t${header} \`${value}\``);
  return `# Caddy for ${name.replace(/\s+/g, " ")}. The build wrote it together with dist/: its policy names the styles of that build.
# From the folder that holds dist/: caddy run --config dist-host/Caddyfile
# The name of your site in place of ":8080" has Caddy see to https by itself.
:8080 {
	root * dist
	encode gzip

	header {
${all.join("\n")}
		# Yours to decide, once the whole domain is served by https and will be:
		# Strict-Transport-Security max-age=31536000
	}
	@hashed path ${base}assets/*
	header @hashed Cache-Control "${FOR_EVER}"
	@rest not path ${base}assets/*
	header @rest Cache-Control ${ASKED_ANEW}
	@calendar path *.ics
	header @calendar Content-Type "${CALENDAR}"
	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json
${base === "/" ? "" : `\n\tredir ${base.slice(0, -1)} ${base} 301`}
	# The service worker takes what is shared to the installed app. Where there is none yet, the page does.
	redir ${base}share ${base}#/conferences 303
	handle ${base}_headers {
		error 404
	}
${feed ? mirrorAt(base, feed) : ""}
	handle_path ${base}* {
		file_server {
			precompressed gzip
		}
	}
	handle {
		error 404
	}

	handle_errors {
		# What was not found in assets/ may come with the next build.
		header Cache-Control ${ASKED_ANEW}
${feed ? fallBack(base) : ""}
		@gone expression {http.error.status_code} == 404
		handle @gone {
			header Content-Type "text/html; charset=utf-8"
			rewrite * /404.html
			file_server
		}
		handle {
			respond {http.error.status_code}
		}
	}
}
`;
}

const mirrorAt = (base: string, feed: string): string => {
  const url = new URL(feed);
  return `
	# Caddy keeps no copy of what it asks elsewhere: each refresh of each attendee goes on to the feed's server, and
	# where that fails, or says something that is no calendar, the copy of the build is served. Before a crowd, take
	# this block away and have a job replace dist/schedule.ics.
	handle ${base}schedule.ics {
		rewrite * ${url.pathname}${url.search}
		reverse_proxy ${url.origin} {
			header_up Host ${url.host}
			header_up -Cookie
			header_up -Authorization
			header_up -Referer
			header_up -User-Agent
			header_up -X-Forwarded-For
			header_down -Set-Cookie
			header_down -Cache-Control
			header_down -Clear-Site-Data
			header_down -Content-Security-Policy
			header_down -Strict-Transport-Security
			transport http {
				dial_timeout 3s
				response_header_timeout 5s
			}
			@calendar {
				status 200
				header Content-Type text/calendar*
			}
			handle_response @calendar {
				copy_response
			}
			@same status 304
			handle_response @same {
				copy_response 304
			}
			handle_response {
				error 502
			}
		}
	}
`;
};

const fallBack = (base: string): string => `		@feed path ${base}schedule.ics
		handle @feed {
			rewrite * /schedule.ics
			file_server {
				status 200
			}
		}`;
