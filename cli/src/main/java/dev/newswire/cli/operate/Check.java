package dev.newswire.cli.operate;

import java.util.List;

/** Looks at one thing. */
interface Check {
    /**
     * What it finds, good or bad.
     *
     * @throws Exception if it cannot look: that is a finding too
     */
    List<Finding> findings() throws Exception;
}
