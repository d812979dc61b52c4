"""What the reader scores, in the order of its outputs. The exported model carries this table; the program reads it there."""
FORMS = ["name", "description", "metonym", "demonym", "pronoun"]
TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
MODALITIES = ["occurred", "ongoing", "planned", "promised", "demanded", "hypothetical", "denied"]
KINDS = ["claim", "accusation", "denial", "demand", "appeal", "commitment", "warning", "threat", "praise", "condemnation",
         "offer", "assessment"]


def bio(*labels):
    return ["O"] + [p + l for l in labels for p in ("B-", "I-")]


# scores of each word, by the layer's name
WORD_LAYERS = {
    "mention": bio(*FORMS),            # outermost mentions
    "innerMention": bio(*FORMS),       # mentions inside others
    "source": bio("source"),
    "cue": bio("cue"),
    "content": bio("content"),
    "innerContent": bio("content"),    # content inside content (layered attribution)
    "trigger": bio("trigger"),
    "type": TYPES,                     # of a trigger, seen alone
    "typeOfActor": TYPES,              # what the actor's words add to it
    "typeOfRecipient": TYPES,          # what the recipient's words add to it
    "modality": MODALITIES,
    "modalityOfActor": MODALITIES,
    "modalityOfRecipient": MODALITIES,
    "kind": KINDS,                     # of a statement, at its cue
    "kindOfContent": KINDS,            # and what its content adds
    "negated": ["no", "yes"],
    "negatedOfContent": ["no", "yes"],
}
# scores of ordered pairs of words: from, to
LINK_LAYERS = ["actor", "recipient", "sourceOf", "contentOf", "antecedent"]

# learned on the side, from sets that code them, because they help the layers above; they are not exported
SIDE_WORD_LAYERS = {"being": bio("person", "organization", "place")}
SIDE_LINK_LAYERS = ["ARG0", "ARG1", "ARG2"]  # of PropBank: from a predicate to the head word of its argument

# PLOVER's folding of modality into another type (ontology.md, section 5), for pairs given as in the PLV set
PLV = ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
       "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]


def fold(type_, modality):
    """The class that PLOVER gives an act of this type and modality."""
    positive = "YIELD" if type_ in ("CONCEDE", "RETREAT") else type_
    if modality in ("occurred", "ongoing"):
        return positive
    if modality == "denied":
        if positive in ("AGREE", "CONSULT", "SUPPORT"):
            return "REJECT"
        if positive in ("COOPERATE", "AID", "YIELD"):
            return "SANCTION"
        if positive in ("ACCUSE", "REQUEST", "REJECT", "THREATEN"):
            return "AGREE"
        return "YIELD"
    if positive in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"):
        return "AGREE"
    if positive in ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"):
        return "THREATEN"
    return positive
