package org.zhiping.platform.process.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model without a document type, entities or anything outside the file. */
final class XmlReader extends DefaultHandler {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Each language has its own names, so that two namespaces can never mean the same attribute. */
    static final Map<String, String> BPMN = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color",
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi");
    static final Map<String, String> DMN = Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://www.omg.org/spec/DMN/20180521/DI/", "di",
            "http://camunda.org/schema/1.0/dmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/dmn/biodi/2.0", "biodi");

    /** No model nests deeper; the rules go down as deep as the file does. */
    private static final int DEEPEST = 100;

    private final Map<String, String> prefixes;
    private int depth;
    private XmlNode root;
    private XmlNode current;
    private Locator locator;

    private XmlReader(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** @param prefixes our name for each namespace that the language knows */
    static XmlNode read(byte[] bytes, Map<String, String> prefixes) throws UnreadableModel {
        XmlReader reader = new XmlReader(prefixes);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), reader);
        } catch (SAXParseException e) {
            throw new UnreadableModel(String.valueOf(e.getMessage()).contains("DOCTYPE") ? "doctype" : "not-xml", e.getLineNumber(), e);
        } catch (SAXException | IOException e) {
            throw new UnreadableModel("not-xml", 0, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return reader.root;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXParseException("More than " + DEEPEST + " elements within each other", locator);
        }
        XmlNode node = new XmlNode(name(uri, localName), current, locator.getLineNumber());
        for (int i = 0; i < attributes.getLength(); i++) {
            node.attributes.put(name(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        if (current == null) {
            root = node;
        } else {
            current.children.add(node);
        }
        current = node;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        depth--;
        current = current.parent;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        current.text.append(characters, start, length);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }

    private String name(String uri, String localName) {
        if (uri.isEmpty()) {
            return localName;
        }
        String prefix = prefixes.get(uri);
        return prefix == null ? "{" + uri + "}" + localName : prefix + ":" + localName;
    }
}
