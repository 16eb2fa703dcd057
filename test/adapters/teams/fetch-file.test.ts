import { expect, test } from "@jest/globals";
import { fileFetcher } from "../../../adapters/teams/fetch-file.js";

/** Outside of demo mode: none of these is asked, whatever the activity says. */
const fetchFile = fileFetcher({ demo: false, maxBytes: 1_000, deadlineMs: 2_000 });

test.each([
  "http://contoso-my.sharepoint.com/a.pdf",
  "https://contoso-my.sharepoint.com:8443/a.pdf",
  "https://contoso.sharepoint.com.example.org/a.pdf",
  "https://sharepoint.com/a.pdf",
  "https://a.b.sharepoint.com/a.pdf",
  "https://contoso-my.sharepoint.com@example.org/a.pdf",
  "https://user:pass@contoso-my.sharepoint.com/a.pdf",
  "https://127.0.0.1/a.pdf",
  "https://[::1]/a.pdf",
  "https://169.254.169.254/latest/meta-data",
  "ftp://contoso-my.sharepoint.com/a.pdf",
])("%s is no place where Teams keeps files", async (url) => {
  expect(await fetchFile(url)).toEqual({ kind: "failed", cause: "foreign" });
});
