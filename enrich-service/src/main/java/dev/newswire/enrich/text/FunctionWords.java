package dev.newswire.enrich.text;

/** English words that hold sentences together: never a name by themselves, and a measure of how English a text is. */
public final class FunctionWords {
    private static final WordSet WORDS =
            WordSet.of("a about above after again against all almost also although always am "
                    + "among an and another any are around as at away back be became because been before behind "
                    + "being below between both but by came can cannot could did do does doing down during each "
                    + "either else even ever every few first for former from further get gets given had has have "
                    + "having he hence her here hers herself him himself his how however i if in indeed instead "
                    + "into is it its itself just last later latest least less let like made many me meanwhile "
                    + "might more moreover most much must my myself near neither never next no nor not now of off "
                    + "on once one only onto or other others our ours out over own per perhaps rather said same "
                    + "say says several shall she should since so some still such than that the their them then "
                    + "there therefore these they this those though three through thus to today together tomorrow "
                    + "too toward towards two under unless until up upon us very via was we were what when where "
                    + "whether which while who whole whom whose why will with within without would yes yesterday "
                    + "yet you your yours");

    private FunctionWords() {}

    /** Whether the folded key is that of a function word. */
    public static boolean contains(long key) {
        return WORDS.contains(key);
    }
}
