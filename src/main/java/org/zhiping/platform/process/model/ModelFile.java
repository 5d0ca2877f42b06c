package org.zhiping.platform.process.model;

/** Names of the resources of a deployment. */
final class ModelFile {

    private ModelFile() {
    }

    /** The file name without folders and suffix. */
    static String baseName(String resource) {
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    static String suffix(String resource) {
        return resource.contains(".") ? resource.substring(resource.lastIndexOf('.') + 1) : "";
    }
}
