// The table of parameters that count visits and name no content. canonical-url.ts applies it.
// Per-site rules come before general ones; a site can also keep what the general rules would take.

type SiteRule = {
  readonly host: RegExp
  readonly path?: RegExp
  /** Whole names, tried case-sensitively. */
  readonly drop?: RegExp
  readonly keep?: RegExp
}

/**
 * General rules. Sources: Brave's and Firefox' query stripping lists, AdGuard's general URL tracking section, and the vendors' own
 * pages for their link decorations (facts, not code; ClearURLs' catalogue is LGPL and not copied). Only names made for tracking are
 * here: `source`, `from`, `id`, `s` and the like mean content somewhere and are left to the sites' own rules.
 */
const general: readonly RegExp[] = [
  /^utm_[\w.-]+$/i, // Google Analytics and everybody after it
  /^(?:gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|_gl|_ga)$/, // Google ads, shopping, cross-domain
  /^(?:fbclid|fb_action_ids|fb_action_types|fb_ref|fb_source|fb_comment_id|mibextid|__cft__\[0\]|__tn__)$/, // Facebook
  /^(?:igshid|igsh|twclid|ttclid|li_fat_id|epik|rdt_cid|ScCid|__twitter_impression)$/, // Instagram, X, TikTok, LinkedIn, Pinterest, Reddit, Snap
  /^(?:msclkid|yclid|ysclid|_openstat|ymclid)$/, // Microsoft, Yandex
  /^(?:mc_cid|mc_eid|_hsenc|_hsmi|__hs[a-z]{2,3}|hsCtaTracking|mkt_tok|vero_id|vero_conv|oly_anon_id|oly_enc_id)$/, // Mailchimp, HubSpot, Marketo, Vero, Omeda
  /^(?:_kx|ck_subscriber_id|bbeml|dm_i|elqTrackId|elqTrack|_bhlid|bhlid|sfmc_id|wickedid|rb_clickid|s_kwcid|ml_subscriber(?:_hash)?)$/, // mail and ad tools
  /^(?:guccounter|guce_referrer|guce_referrer_sig)$/, // Yahoo's consent detour
  /^(?:pk|piwik|mtm|matomo)_(?:campaign|cpn|kwd|keyword|source|medium|content|cid|group|placement)$/, // Matomo
  /^(?:at_(?:medium|campaign|campaign_type|link_(?:id|origin|type)|format|bbc_team|ptr_name|custom\d)|ns_(?:mchannel|source|campaign|linkname|fee))$/, // Piano, comScore
  /^(?:itm_(?:source|medium|campaign|content)|xtor|cmpid|ncid|sr_share|_branch_match_id|_branch_referrer|spm_id_from|vd_source)$/, // publishers, Branch, Bilibili
  /^(?:amp_js_v|amp_gsa|amp_ct|usqp|aoh)$/, // what Google's AMP viewer adds
  /^(?:__readwiseLocation|attribution_id|attribution_type)$/, // Readwise, Ghost
]

/** `ref` names content on code hosts (a branch); elsewhere only a value that is a site's name or a known word is a referrer. */
const referrerNames = /^(?:ref|ref_source)$/
const referrerWords =
  /^(?:hn|hackernews|hacker-news|hackernewsletter|producthunt|ph|twitter|x|facebook|fb|linkedin|reddit|lobsters|rss|feed|feedly|newsletter|email|share|dailydev|alphasignal|refind|substack|medium|mastodon|bluesky|telegram|tldr(?:newsletter)?)$/i
const siteName = /^(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\/?$/i
const codePath = /\/(?:raw|blob|tree|blame|commits?|contents|src|archive|repository|actions|edit)(?:\/|$)/

const sites: readonly SiteRule[] = [
  {
    host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    drop: /^(?:si|pp|ab_channel|feature|app|persist_app|noapp|cbrd|ucbcb|themeRefresh|embeds_[a-z_]+|source_ve_path|kw|rco|gclid|attr_tag|annotation_id|src_vid|inf_contact_key|widget_referrer|origin|nohtml5|spfreload)$/,
  },
  { host: /(?:^|\.)(?:spotify\.com|spotify\.link)$/, drop: /^(?:si|context|nd|_authfailed|dl_branch|sp_cid)$/ },
  { host: /(?:^|\.)soundcloud\.com$/, drop: /^(?:si|ref|p|c)$/ },
  { host: /(?:^|\.)(?:twitter|x)\.com$/, path: /\/status(?:es)?\/|\/article\//, drop: /^(?:s|t|ref_src|ref_url|cxt|cn|refsrc|src)$/ },
  {
    host: /(?:^|\.)reddit\.com$/,
    drop: /^(?:share_id|rdt|ref|ref_source|ref_campaign|correlation_id|post_index|user_id|st|sh|utm_name|chainedPosts)$/,
  },
  {
    host: /(?:^|\.)(?:medium\.com|towardsdatascience\.com|betterprogramming\.pub|levelup\.gitconnected\.com)$/,
    drop: /^(?:source|gi|postPublishedType)$/,
  },
  { host: /(?:^|\.)substack\.com$/, drop: /^(?:r|s|publication_id|post_id|isFreemail|triedRedirect|showWelcomeOnShare|autoPlay)$/ },
  {
    host: /(?:^|\.)linkedin\.com$/,
    drop: /^(?:trk|trackingId|lipi|licu|midToken|midSig|trkEmail|refId|eid|otpToken|originalSubdomain|rcm)$/,
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    drop: /^(?:ref|refid|refsrc|fref|hc_ref|hc_location|rdid|share_url|comment_tracking|eid|__xts__\[0\]|acontext|locale2|paipv|eav|_rdr)$/,
  },
  {
    host: /(?:^|\.)tiktok\.com$/,
    drop: /^(?:_r|_t|is_from_webapp|sender_device|web_id|is_copy_url|share_.+|sec_user_id|u_code|timestamp|user_id)$/,
  },
  {
    host: /(?:^|\.)amazon\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/,
    path: /\/(?:dp|gp\/product|exec\/obidos)\//,
    drop: /^(?:qid|sr|srs|ref|ref_|keywords|crid|sprefix|dchild|p[fd]_rd_[a-z]+|dib|dib_tag|spIA|sbo|th|psc|smid|_encoding|ie|s|social_share|starsLeft|skipTwisterOG|content-id|linkCode|linkId|camp|creative|creativeASIN|tag|ascsubtag|ufe|refRID|me)$/,
  },
  {
    host: /(?:^|\.)google\.[a-z.]{2,6}$/,
    path: /^\/search/,
    drop: /^(?:ved|ei|sa|sca_esv|sxsrf|gs_lcrp|gs_lp|oq|aqs|sourceid|ie|oe|client|rlz|sclient|source|uact|biw|bih|dpr|iflsig|gws_rd|fbs)$/,
  },
  { host: /^(?:docs|drive|photos)\.google\.com$/, drop: /^(?:usp|ouid|rtpof|sd)$/ },
  { host: /(?:^|\.)(?:wikipedia|wikimedia|wiktionary|wikibooks)\.org$/, drop: /^wprov$/ },
  { host: /(?:^|\.)apple\.com$/, drop: /^(?:itsct|itscg|uo|at|ct|mt|ls|app)$/ },
  {
    host: /(?:^|\.)nytimes\.com$/,
    drop: /^(?:smid|smtyp|partner|emc|rref|hp|referringSource|campaign_id|instance_id|segment_id|user_id|regi_id|te|nl|action|module|pgtype|contentCollection|region|sgrp|pvid)$/,
  },
  { host: /(?:^|\.)theguardian\.com$/, drop: /^(?:CMP|INTCMP|ref)$/ },
  { host: /(?:^|\.)(?:bbc\.com|bbc\.co\.uk)$/, drop: /^(?:ocid|xtor|pinned_post_.+)$/ },
  { host: /(?:^|\.)bloomberg\.com$/, drop: /^(?:srnd|sref|leadSource|in_source)$/ },
  {
    host: /(?:^|\.)(?:wsj|ft|economist|wired|newyorker|washingtonpost|forbes)\.com$/,
    drop: /^(?:mod|reflink|fsrc|mbid|bxid|cndid|esrc|itid|tid|wpisrc|wpmm|pwapi_token|sh|ss|ftag)$/,
  },
  {
    host: /(?:^|\.)(?:bilibili|aliyun|taobao|alibabacloud|aliexpress|tmall)\.com$/,
    drop: /^(?:spm|scm|pvid|share_.+|from_spmid|is_story_h5|plat_id|unique_k|buvid|mid|bbid|ts|seid|algo_.+|gps-id)$/,
  },
  { host: /(?:^|\.)aws\.amazon\.com$/, drop: /^(?:sc_.+|trk|trkCampaign|did)$/ },
  { host: /(?:^|\.)quora\.com$/, drop: /^(?:share|srid|ch|oid|target_type|q|at)$/ },
  { host: /(?:^|\.)github\.com$/, drop: /^(?:email_source|email_token|notification_referrer_id)$/ },
  { host: /(?:^|\.)(?:stackoverflow|superuser|serverfault|askubuntu|stackexchange)\.com$/, drop: /^(?:noredirect|lq|rq|r|so_.+|s)$/ },
  // utm_medium chooses the download there (ClearURLs/Rules#75).
  { host: /(?:^|\.)transfernow\.net$/, keep: /^utm_/ },
  // A signed address answers nothing once a single parameter is gone.
  { host: /(?:^|\.)(?:amazonaws\.com|cloudfront\.net|blob\.core\.windows\.net|storage\.googleapis\.com)$/, keep: /./ },
]

/** Addresses of a web archive name another address inside them: nothing in them is ours to take. */
const archives = /^(?:web\.archive\.org|archive\.(?:ph|today|is|li|fo|vn|md)|webcache\.googleusercontent\.com|perma\.cc)$/

/** True when this parameter of this address only counts visits. */
export function isTracking(url: URL, name: string, value: string): boolean {
  const host = url.hostname
  if (archives.test(host)) return false
  for (const site of sites) {
    if (!site.host.test(host) || (site.path && !site.path.test(url.pathname))) continue
    if (site.keep?.test(name)) return false
    if (site.drop?.test(name)) return true
  }
  if (general.some((rule) => rule.test(name))) return true
  return referrerNames.test(name) && !codePath.test(url.pathname) && (referrerWords.test(value) || siteName.test(value))
}
