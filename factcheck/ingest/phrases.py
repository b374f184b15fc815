"""The stock phrases of web pages: what a line says that is about the site and not about the story.

Each table is tried at the beginning of a line, unless it says otherwise. They are kept strict, because they hold anywhere in an
article: "Share this" is clutter, "Share prices fell" is news.
"""

import re


def _any(*forms: str, whole: bool = False) -> re.Pattern[str]:
    """One pattern for several forms; ``whole`` forms must take up the whole line, a final mark aside."""
    body = "|".join(forms)
    return re.compile(rf"(?:{body})[\s.:!…»>]*$" if whole else rf"(?:{body})", re.IGNORECASE)


_NETWORK = (
    r"facebook|twitter|x|instagram|youtube|whatsapp|linkedin|pinterest|telegram|reddit|tumblr|pocket|google\+?|messenger"
    r"|snapchat|tiktok|threads|bluesky|mastodon|flipboard|viber|skype|rss|email|e-mail|print|sms|copy|link|flipboard"
)
NETWORK_WORDS = frozenset(_NETWORK.replace(r"\+?", "").split("|")) | {
    "share",
    "tweet",
    "pin",
    "follow",
    "via",
    "on",
    "or",
}

# What a site asks its reader to do.
REQUEST = _any(
    r"sign (?:up|in)\b(?! to (?:the )?(?:deal|treaty))",
    r"log ?in\b",
    r"subscribe\b",
    r"unsubscribe\b",
    r"register (?:now|today|here|for free|to)\b",
    r"(?:>+ ?)?download (?:the|our|on|it|now|free|app)\b",
    r"get (?:the|our)\b.{0,60}\b(?:apps?|newsletters?|alerts|inbox|stories each|headlines)\b",
    r"get it on\b",
    r"get .{1,60}\b(?:in your in-?box|delivered to|on the go|email notifications)\b",
    r"follow (?:us|me|@|our|.{1,40} (?:on|:) ?(?:" + _NETWORK + r")\b)",
    r"follow .{1,40}: (?:" + _NETWORK + r")\b",
    r"follow by\b",
    r"like us\b",
    r"like .{1,30} on facebook",
    r"join (?:us|our|the conversation|the discussion|the debate)\b",
    r"(?:click|tap) (?:here|to|on|the|below|for|through|image)\b",
    r"read (?:more|next|also|or share|full|the full|our|related)\b(?!.{0,200}\bsaid\b)",
    r"(?:also|must) read\b",
    r"see (?:also|more|all|related)\b ?(?:[:|>]|\w+(?: \w+){0,5}$|$)",
    r"(?:learn|find out|discover) more\b(?! (?:that|than))",
    r"(?:show|load|view|hide|open|expand) (?:more|all|less|comments|transcript|gallery|caption|photos|full caption|slideshow|image)\b",
    r"watch(?: (?:now|more|this story|the video|video|below|live))?(?: ?[:|]|$)",
    r"watch (?:more|this story|the (?:full )?video|video|below|live)\b(?!.{0,200}[a-z]ed\b)",
    r"listen to (?:this|our|the (?:article|podcast|story))\b",
    r"scroll (?:down|to|up)\b",
    r"share (?:this|on (?:" + _NETWORK + r")|via|with (?:friends|us)|your (?:thoughts|story|views|photos))\b",
    r"(?:skip|jump) to\b.{0,30}$",
    r"back to (?:top|home|the top)\b",
    r"(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply|response|review)\b",
    r"be the first to (?:comment|like|know|share|review)\b",
    r"have your say\b",
    r"tell us (?:what|your|how)\b",
    r"let us know\b",
    r"report (?:abuse|a (?:typo|correction|problem|mistake)|an (?:error|issue|ad)|this (?:ad|comment))\b",
    r"(?:send|e-?mail|contact|call|text|tweet|message|whatsapp|write to) us\b",
    r"(?:send|submit) (?:them|your|photos|a (?:tip|photo))\b",
    r"(?:submit|suggest|send) (?:a|an|your) .{0,30}\b(?:online|correction|tip|tips|photos)\b",
    r"receive (?:news|breaking|daily|our|the latest|alerts|updates)\b",
    r"(?:to )?advertise (?:with|here|on)\b",
    r"accept (?:all )?cookies\b",
    r"(?:please )?(?:enable|turn on|activate) java ?script\b",
    r"please (?:sign|log|subscribe|register|check your|enter|disable|consider|click|read our|note that comments)\b",
    r"enjoy(?:ing)? (?:this (?:story|article|content)|unlimited|our)\b",
    r"support (?:our|independent|local|quality) (?:work|journalis[mt]|news)",
    r"donate (?:now|today|here)\b",
    r"(?:purchase|buy) (?:licensing|reprints?|a subscription|photos?|now)\b",
    r"try .{0,40}\bfree\b",
    r"(?:to )?(?:continue|keep|start|finish) reading\b",
    r"(?:to )?read (?:this|the (?:full|whole|rest)).{0,40}\b(?:subscribe|sign|log|register)",
    r"stay (?:tuned|connected|up[- ]to[- ]date|informed|in the know)\b",
    r"stay with .{0,60}\b(?:updates?|details|latest|story|developing)\b",
    r"(?:look|check back|check) (?:for|back|here|with).{0,40}\b(?:updates?|details|later|soon|story)\b",
    r"catch (?:all|up on|the latest)\b",
    r"visit (?:our|us|the .{0,30}(?:page|website))\b",
    r"choose (?:your|a) (?:plan|subscription|newsletter)",
    r"manage (?:your )?(?:cookies|preferences|subscription|account)",
    r"(?:add|make) .{1,30} (?:as )?(?:your )?(?:a )?preferred source",
    r"welcome back\b",
    r"thank you for (?:registering|reading|subscribing|signing|your (?:support|interest))",
    r"(?:activate|verify|reset|change|update) your (?:account|profile|email|password)",
    r"on a mobile device\?",
    r"cancel any ?time\b",
)

# What a site asks about its reader.
QUESTION = _any(
    r"(?:are you )?already (?:a|an|have|subscribed|registered|signed)\b.{0,60}(?:\?|\b(?:sign|log) ?in\b)",
    r"(?:do(?:n't| not)? (?:you )?)?have an account\?",
    r"not (?:a|yet a) (?:member|subscriber)\b",
    r"forgot(?:ten)? (?:your )?password",
    r"(?:have|got) (?:you got )?a (?:story|news tip|tip|question|photo|correction)\b",
    r"do you have (?:a story|a tip|a news tip|any photos|photos|video|information|more)\b.{0,80}(?:\?.*(?:send|email|e-mail|contact|call|us\b)|us\?)",
    r"want (?:more|to (?:read|get|receive|advertise|know more))\b.{0,80}",
    r"looking for more\b",
    r"why are we asking this",
    r"(?:did you )?(?:spot(?:ted)?|see|notice(?:d)?) (?:an error|a mistake|a typo|something wrong)\b",
)

# Labels of the parts of a page, alone on their line.
LABEL = _any(
    r"related(?: (?:stor(?:y|ies)|posts?|articles?|content|news|topics?|links?|coverage|videos?|tags|items?))?",
    r"(?:top|our top) (?:stories|news|picks|headlines|videos)(?: .{0,40})?",
    r"(?:our|editor'?s['’]?|editors?['’]?s?|today['’]s) picks?(?: for you)?",
    r"(?:the )?most (?:read|popular|viewed|shared|commented|recent|watched)(?: .{0,30})?",
    r"trending(?: .{0,30})?",
    r"(?:popular|featured|recent|latest|breaking|sponsored|promoted|recommended|suggested|similar|other)"
    r" (?:now|posts?|stor(?:y|ies)|news|videos?|articles?|headlines|content|for you|links|comments|topics|reading)",
    r"(?:recommended|suggested|picked|just) for you",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in|have missed)(?: .{0,20})?",
    r"(?:people|readers|others) (?:also|are) (?:read|reading|liked|viewed|watching)(?: .{0,20})?",
    r"more (?:news|stories|coverage|headlines|top stories|like this|on this (?:story|topic)|for you|videos|articles)(?: (?:from|in|on|about) .{1,40})?",
    r"more(?: stories| news| headlines)? (?:from|on|in|by|about) (?:the |this )?[^,.]{1,40}",
    r"more|also (?:in|on) .{1,30}",
    r"do(?:n't|n’t| not) miss(?: .{0,20})?",
    r"in case you missed it",
    r"(?:read|up|watch|what to read|coming up) next",
    r"(?:previous|next|older|newer)(?: (?:post|story|article|stories|posts|page|coverage(?: below)?))?(?:[ |/]+(?:next|previous|older|newer).*)?",
    r"(?:\d[\d,]* |no |all |view |show |hide |read |post |join the )?comments?(?: \(?\d*\)?)?(?: yet| below| closed| are closed)?",
    r"no (?:comments|responses|replies)(?: yet)?",
    r"(?:leave|write|post) (?:a )?(?:comment|reply)",
    r"comments (?:are|have been) (?:closed|disabled|off|turned off)(?: .{0,40})?",
    r"sort by:? .{0,30}|(?:newest|oldest|best) first",
    r"(?:an )?advertise?ments?|advertising|sponsored(?: content| by .{1,30})?|ad feedback|promoted|paid (?:content|post)|ads? by .{1,20}",
    r"(?:story|article|content|post) continues (?:below|after|in).{0,40}",
    r"loading|please wait|like loading",
    r"(?:main )?menu|home|search|close|submit|cancel|reply|replies|like|dislike|pause|play|mute|enlarge|zoom|expand|share|save|print"
    r"|bookmark|subscribe|donate|login|logout|register|about(?: us)?|contact(?: us)?|careers|advertise|help|faqs?|sitemap|site map"
    r"|newsletters?|podcasts?|e-?paper|archives?|follow|tweet|send|copy|copied|gift(?: this article)?|listen|watch|buy photo|embed",
    r"terms(?: (?:of (?:use|service)|and conditions|& conditions))?|privacy(?: (?:policy|notice|centre|center))?|cookies?(?: (?:policy|settings|preferences|notice))?"
    r"|accessibility|(?:code of )?ethics(?: policy)?|licensing rights|our standards:.{0,60}|do not sell my .{0,40}",
    r"(?:" + _NETWORK + r")",
    r"like this:(?: like)?(?: loading)?|follow .{1,25}:|share this(?: (?:story|article|post))?:?(?: (?:"
    + _NETWORK
    + r"))?",
    r"\d{1,2}[ -]?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|(?:estimated )?read(?:ing)? time:? .{0,20}|\d+ (?:views|shares|likes|reads)",
    r"(?:text|font) size(?: .{0,10})?|a ?a(?: a)?|\[?en español\]?|copy link(?: copy)?|hide transcript(?: show transcript)?",
    r"this (?:article|content|story) is (?:for|available (?:only )?to|exclusive to|reserved for) .{0,20}(?:subscribers|members)(?: only)?",
    r"(?:subscriber|member)s?[- ](?:only|exclusive)s?(?: content)?|premium content|exclusive",
    r"(?:news|press|media) (?:releases?|statements?|office|cent(?:re|er))|legal notice|imprint",
    r"photo gallery|image gallery|slideshow|photos?|videos?|gallery|in pictures|caption|image \d+ of \d+|full screen",
    r"published by \w.{0,40}|(?:view )?all posts by .{1,40}|about the author|author bio|(?:recent )?posts by .{1,40}",
    whole=True,
)

# Labels that go on after a colon or a bar.
PREFIX = _any(
    r"(?:tags?|topics?|filed (?:under|in|to)|categor(?:y|ies)|keywords?|labels?|hashtags?|posted in|filed as|tagged(?: with| as)?)\b ?[:|]",
    r"filed under\b|posted in\b|tagged\b",
    r"(?:also read|also see|read also|see also|read more|read|more|must read|must watch|related(?: (?:stor(?:y|ies)|content|coverage|articles?|links?|news))?|recommended|in depth|from the archives?"
    r"|watch|watch (?:now|live)|video|videos|photos?|pictures?|pics|gallery|slideshow|listen|podcast|interactive|map|graphic|don['’]t miss|editor['’]s pick)"
    r" ?(?:[:|»]|>>|[–—-] )",
    r"(?:photo|image|picture|video|pic|photograph|photography|illustration|graphic|file photo)s?(?: (?:credit|source|caption|courtesy|by|via|from))?s?"
    r"(?: ?[:|,©/(]| by | courtesy | via |$)",
    r"(?:image|photo|video|media) (?:source|caption|credit),? ",
    r"credits?:|courtesy(?: of)?:|source: ?(?:" + _NETWORK + r"|supplied|ap|afp|reuters|getty)\b",
    r"\[?(?:slideshow|photos?|video|gallery|watch|read)[:\]]",
    r"(?:share|follow|like) ?[:|]",
)

# The rights and the credits below an article.
RIGHTS = _any(
    r"[-(\[\s]*(?:copyright|©|\(c\) ?\d{4}|&copy;)",
    r"all (?:content|rights|material)\b.{0,60}\b(?:reserved|copyright)",
    r"(?:image|photo|slide|picture) \d+ of (?:/ )?\d+\b",
    r"proudly powered by|powered by \w+$",
    r"(?:this|the) (?:story|article|report|piece) (?:first |originally |was |has been |is )*(?:appeared|published|supplied|syndicated|produced|translated|generated)\b",
    r"\(?(?:with|additional|compiled from)(?: \w+)? (?:inputs?|reporting|reports)(?: \w+)? (?:from|by)\b",
    r"(?:reporting|writing|editing|additional reporting|compiled|translated|production) by [A-Z]",
    r"(?:reporter|staff writer|writer|editor)s? .{0,60}\bcan be reached\b",
    r"(?:reach|contact|call|e-?mail|follow) .{1,80}(?:[\w.]+@[\w.]+|\b\d{3}[-. ]\d{3,4}(?:[-. ]\d{4})?)\b",
)
RIGHTS_ANYWHERE = re.compile(
    r"all rights reserved|may not be (?:re)?(?:published|produced|broadcast|written|distributed)|rewritten or redistributed"
    r"|contributed to this (?:story|report|article)|can be reached (?:at|on|by|via)\b.{0,60}[@\d]|privacy policy|terms of (?:service|use)\b"
    r"|your email address|required fields|(?:verification|confirmation) (?:email|message)|spam or junk|your notification|saving your"
    r"|\{\*|requires javascript|enable javascript|email notifications|with a location, twitter|location to your tweets"
    r"|link to activate|set up your account|view full caption|caption close$|of this (?:website|site)\b.{0,40}\bcookies|we use cookies|to stop receiving|e-?mail: ?\S{1,40}@|\bstaff writers?\.$|replay more videos|^for more .{1,40}(?:news|stories|updates)\b.{0,40}\b(?:listen|visit|follow|click|go to|download)\b"
    r"|(?:download|get) (?:the|our) (?:\w+ ){0,4}app\b|newsletters? (?:here|now|today)|(?:our|your|the|daily|weekly|free) newsletter",
    re.IGNORECASE,
)

# Who took the picture: at the end of a caption.
PICTURE_CREDIT = re.compile(
    r"\((?:photo|photograph|credit|image|picture|pic|courtesy|source|file|ap photo|reuters|afp|getty|provided)\b[^()]{0,100}\)$"
    r"|\((?:[^()]{1,60}[/|, ])?(?:ap|afp|reuters|getty(?: images)?|epa|shutterstock|alamy|pa)(?: photo| images)?(?:[/|, ][^()]{1,60})?\)$"
    r"|\b(?:reuters|ap photo|afp|epa|getty images|shutterstock|alamy|pa wire|anadolu)(?: ?/ ?[\w .'’-]{1,60}| via \w[\w ]{1,30}| file photo)?$"
    r"|/ ?(?:reuters|ap|afp|epa|getty(?: images)?|shutterstock|alamy|pa)$"
    r"|^(?:photo|photograph|picture)s? (?:by|courtesy|provided|from|via)\b",
    re.IGNORECASE,
)

# A list of other articles follows such a label, so headlines below it are not this article's.
OPENS_LIST = re.compile(
    r"(?:related|top|our|editor|today|most|trending|popular|featured|recent|latest|recommended|suggested|similar|more|also|you (?:may|might)|people|readers"
    r"|read next|up next|what to read|do ?n.t miss|in case you missed|tags|topics|previous|next|older|newer|share|sort by|comments|leave|\d+ comments)\b",
    re.IGNORECASE,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# How much a word smells of a site selling itself: the strong ones count twice.
STRONG_WORDS = _words(
    """app apps subscription subscriptions subscribe subscriber subscribers newsletter newsletters premium membership unlimited
    podcast podcasts inbox curated ad-free login log-in sign-in signup sign-up cookies cookie bookmark javascript browser epaper"""
)
WEAK_WORDS = _words(
    """your you free access join get read reading download start enjoy latest exclusive titles stories trial sources trusted
    updates alerts article articles account register follow share browse discover delivered cancel anytime plan offer news
    member members publications newspapers papers magazines journalism listen watch website online breaking notifications
    profile every story our"""
)
# A finite verb makes a line a statement, a second person makes it a word to the reader again.
FINITE = _words("said says was were has had is are will would did told")
SECOND_PERSON = _words("you your our us we")
