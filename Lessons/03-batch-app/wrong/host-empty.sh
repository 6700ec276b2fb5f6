# fails: cronjob
# mistake: host-empty
kubectl apply -f batch-secret-config.yaml -f batch-app-config.yaml
envsubst < batch-app.yaml | kubectl apply -f -
