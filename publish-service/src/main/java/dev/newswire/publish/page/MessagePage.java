package dev.newswire.publish.page;

/** Pages that say why there is nothing to read. */
public final class MessagePage {
    private final Layout layout;

    /** @param layout of the site */
    public MessagePage(Layout layout) {
        this.layout = layout;
    }

    /** Nothing stands at this address. */
    public String missing() {
        return page("Nothing here", "There is no such article or feed, or it was withdrawn.");
    }

    /** It will be there in a moment. */
    public String notReady() {
        return page("One moment", "The feeds are being loaded. Please try again in a few seconds.");
    }

    /** Something is wrong. */
    public String failed() {
        return page("This went wrong", "The page cannot be shown. The reason is in the service's log.");
    }

    private String page(String title, String sentence) {
        return layout.page(Frame.still(title), html -> {
            html.open("section", "class", "message");
            html.element("h1", title);
            html.element("p", sentence);
            html.end();
        });
    }
}
