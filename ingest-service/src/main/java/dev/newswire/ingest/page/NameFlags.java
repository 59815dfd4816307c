package dev.newswire.ingest.page;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * What the words in an element's class and id say about its part on the page. The words are those that themes of content
 * management systems share, in English whatever the language of the page.
 */
public final class NameFlags {

    public static final int COMMENT = 1;
    public static final int RELATED = 1 << 1;
    public static final int SHARE = 1 << 2;
    public static final int PROMOTION = 1 << 3;
    public static final int AUTHOR = 1 << 4;
    public static final int SIDEBAR = 1 << 5;
    public static final int NAVIGATION = 1 << 6;
    public static final int FOOTER = 1 << 7;
    public static final int LABEL = 1 << 8;
    public static final int DATE = 1 << 9;
    public static final int OVERLAY = 1 << 10;
    public static final int CAPTION = 1 << 11;
    public static final int CONTENT = 1 << 12;
    public static final int HEADER = 1 << 13;
    public static final int HIDDEN = 1 << 14;
    public static final int CARD = 1 << 15;

    /** How many flags there are. */
    public static final int COUNT = 16;

    /** Longer names are built by machines for machines. */
    private static final int LONGEST = 300;

    private static final WordFlags WORDS = new WordFlags();

    static {
        add(COMMENT, "comment comments commentlist disqus replies reply respond discussion pingback trackback");
        add(
                RELATED,
                "related recommended recommendation recommendations recommend recirc recirculation trending popular"
                        + " similar outbrain taboola zergnet suggestions suggested upnext latest recent readnext");
        add(
                SHARE,
                "share sharing shares social sociable addtoany addthis sharedaddy follow facebook twitter pinterest"
                        + " whatsapp linkedin like likes");
        add(
                PROMOTION,
                "newsletter newsletters subscribe subscription signup optin mailchimp promo promotion promotions"
                        + " ad ads advert adverts advertisement advertising adsense dfp sponsor sponsored sponsors paywall cta"
                        + " donate donation campaign banner convertkit leadgen affiliate disclosure offer");
        add(AUTHOR, "author authors byline bylines writer bio vcard contributor contributors authorbox");
        add(SIDEBAR, "sidebar rail widget widgets aside secondary complementary");
        add(
                NAVIGATION,
                "nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination pager paging toc"
                        + " toolbar topbar skip jump tabs sitemap");
        add(FOOTER, "footer foot colophon copyright legal disclaimer footnote footnotes references");
        add(
                LABEL,
                "tag tags category categories cat meta metadata label labels badge eyebrow kicker keywords topics"
                        + " breadcrumb readtime reading");
        add(DATE, "date dates time timestamp datetime published publish pubdate posted updated modified dateline");
        add(
                OVERLAY,
                "modal popup popover cookie cookies consent gdpr overlay lightbox dialog drawer tooltip notice"
                        + " login signin");
        add(CAPTION, "caption captions figcaption credit credits wpcaption gallery");
        add(
                CONTENT,
                "article articlebody articlecontent content entry post story body text main maincontent richtext"
                        + " prose blog copy");
        add(HEADER, "header masthead hero title headline heading head");
        add(HIDDEN, "hidden hide invisible screenreader sr visuallyhidden offscreen noprint");
        add(CARD, "card cards teaser teasers item items list listing grid carousel slider slide tile tiles product");
    }

    private NameFlags() {}

    /** The flags of an element's own names. */
    public static int of(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        Attributes attributes = element.attributes();
        return of(attributes.get("class")) | of(attributes.get("id"));
    }

    /** The flags of the words in a name: words end where letters end or an upper-case letter follows a lower-case one. */
    static int of(String name) {
        int flags = 0;
        int start = -1;
        int length = Math.min(name.length(), LONGEST);
        for (int i = 0; i <= length; i++) {
            char c = i < length ? name.charAt(i) : ' ';
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isNewWord = isLetter && start >= 0 && c <= 'Z' && name.charAt(i - 1) >= 'a';
            if (start >= 0 && (!isLetter || isNewWord)) {
                flags |= WORDS.of(name, start, i);
                start = -1;
            }
            if (isLetter && start < 0) {
                start = i;
            }
        }
        return flags;
    }

    private static void add(int flag, String words) {
        for (String word : words.split(" ", -1)) {
            WORDS.add(word, flag);
        }
    }
}
